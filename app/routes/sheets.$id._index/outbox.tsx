import { useLocation } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Row } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'
import { differing } from './outbox-state.ts'
import type { OutboxView } from './use-outbox.ts'

/** In one line: whether what was typed is with the server, on this device, or refused. */
export function Outbox({ outbox, rest }: { outbox: OutboxView; rest: string }) {
  const words = useMessages().panels.sheet
  const { kind, text } = outbox
  const door = `/signin?next=${encodeURIComponent(useLocation().pathname)}`
  const line = {
    rest,
    waiting: words.saving,
    saving: words.saving,
    saved: words.saved,
    lost: words.lost,
    'signed-out': words.signedOut,
    refused: words.refused(text),
    conflict: words.conflictShort,
  }[kind]
  return (
    <p role="status">
      {line}
      {kind === 'signed-out' && (
        <>
          {' '}
          <Anchor href={door} target="_blank" rel="noopener">
            {words.signInAgain}
          </Anchor>
          . {words.signedInAgain}
        </>
      )}
    </p>
  )
}

/** Two texts of one sheet, typed on two devices, side by side; nothing is thrown away before one is chosen. */
export function Conflict({ outbox }: { outbox: OutboxView }) {
  const words = useMessages().panels.sheet
  const { theirs, mine, choose } = outbox
  if (!theirs) return null
  const rows = differing(mine, theirs.words).map((name) => ({
    name,
    mine: mine[name] ?? '',
    theirs: theirs.words[name] ?? '',
  }))
  return (
    <Notice kind="warn" title={words.conflict}>
      <p>{words.conflictText}</p>
      <Table
        caption={words.conflict}
        hideCaption
        columns={[
          { label: words.field, head: true, cell: ({ name }) => labelOf(name) },
          { label: words.mine, cell: (row) => row.mine },
          { label: words.theirs, cell: (row) => row.theirs },
        ]}
        rows={rows}
        rowKey={({ name }) => name}
      />
      <Row>
        <Button type="button" onClick={() => choose('mine')}>
          {words.takeMine}
        </Button>
        <Button type="button" onClick={() => choose('theirs')}>
          {words.takeTheirs}
        </Button>
      </Row>
    </Notice>
  )
}

/** The question that a field belongs to, as its heading says, and the label of the field. */
function labelOf(name: string): string {
  const field = document.getElementsByName(name)[0]
  const heading = field?.closest('fieldset[aria-labelledby]')?.querySelector('h2')?.textContent
  return heading ?? name
}
