import { Form, useLoaderData } from '@remix-run/react'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Row } from '#app/ui/page.tsx'
import { PersonName } from '#app/ui/person-name.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import styles from './list.module.css'
import type { ListView } from './list-view.server.ts'
import type { loader } from './route.tsx'

type Candidate = ListView['candidates'][number]

/** Who is in the list, what is known of each and whether anything stands in the way. */
export function CandidateTable() {
  const { candidates, list, weighs, mayChange } = useLoaderData<typeof loader>()
  const { candidates: words, experts } = useMessages()
  const format = useFormat()
  const { page } = words
  if (candidates.length === 0)
    return (
      <EmptyState
        title={page.nobody}
        action={mayChange && <LinkButton href={`/desk/lists/${list.id}/rows`}>{page.add}</LinkButton>}
      >
        {page.nobodyText}
      </EmptyState>
    )
  const rows = candidates.map((one, at) => ({ ...one, at: at + 1 }))
  type At = (typeof rows)[number]
  return (
    <Table
      caption={page.people}
      hideCaption
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { label: page.columns.place, number: true, place: true, cell: ({ at }: At) => format.number(at) },
        {
          label: page.columns.person,
          head: true,
          cell: ({ name, number }: At) => <PersonName name={name} note={experts.number(number)} />,
        },
        {
          label: page.columns.work,
          cell: ({ post, work }: At) => (
            <span lang="ru">{[post, work].filter(Boolean).join(', ') || page.noWork}</span>
          ),
        },
        ...(weighs
          ? [
              { label: page.columns.result, cell: (one: At) => <Result of={one} /> },
              { label: page.columns.verdict, cell: (one: At) => <Verdict of={one} /> },
            ]
          : []),
        ...(mayChange
          ? [
              {
                label: page.columns.actions,
                hideLabel: true,
                acts: true,
                cell: (one: At) => <Acts of={one} list={list.id} />,
              },
            ]
          : []),
      ]}
    />
  )
}

function Result({ of: { passed, result, attempt, band, exemption, holds } }: { of: Candidate }) {
  const { candidates: words } = useMessages()
  const { page } = words
  if (passed === null) return <span lang="ru">{exemption || (holds ? page.holds : page.noResult)}</span>
  return (
    <>
      {passed ? page.passed : page.failed}
      {result && (
        <span className={styles.more}>
          {[page.points(result.earned, result.maximum), band, attempt && page.attempt(attempt)]
            .filter(Boolean)
            .join(', ')}
        </span>
      )}
    </>
  )
}

function Verdict({ of: { reasons } }: { of: Candidate }) {
  const { page } = useMessages().candidates
  if (reasons.length === 0) return <Tag tone="green">{page.open}</Tag>
  return (
    <ul className={styles.reasons}>
      {reasons.map((reason) => (
        <li key={reason}>
          <Tag tone="red">{page.reasons[reason]}</Tag>
        </li>
      ))}
    </ul>
  )
}

function Acts({ of: { id, name }, list }: { of: Candidate; list: string }) {
  const { page } = useMessages().candidates
  return (
    <Form method="post">
      <input type="hidden" name="candidate" value={id} />
      <Row>
        <LinkButton href={`/desk/lists/${list}/candidates/${id}`} small aria-label={`${page.know}: ${name}`}>
          {page.know}
        </LinkButton>
        <Button name="step" value="remove" small aria-label={`${page.remove}: ${name}`}>
          {page.remove}
        </Button>
      </Row>
    </Form>
  )
}
