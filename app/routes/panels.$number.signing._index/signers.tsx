import { useLoaderData } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { signingPage } from './page.server.ts'
import styles from './signing.module.css'

/** Who must sign, of which kind the signature is, and what the staff may enter. */
export function Signers() {
  const { number, signers, may } = useLoaderData<typeof signingPage>()
  const { conclusions, panels } = useMessages()
  const { signing: words, kinds, roles } = conclusions
  const format = useFormat()
  const path = `/panels/${number}/signing`
  return (
    <Table
      caption={words.who}
      hideCaption
      rows={signers}
      rowKey={({ person }) => person}
      columns={[
        {
          label: words.columns.who,
          head: true,
          cell: ({ name, person, role }) => (
            <>
              {name ?? panels.conclusion.hidden(person)}
              <p className={styles.quiet}>{roles[role]}</p>
            </>
          ),
        },
        {
          label: words.columns.signature,
          cell: ({ signature, enter, withdraw, person, identity }) => (
            <>
              {signature ? (
                <>
                  <Tag tone={signature.kind === 'absent' ? 'slate' : 'green'}>{kinds[signature.kind]}</Tag>{' '}
                  {format.day(signature.day)}
                  {(signature.note || signature.fileName) && (
                    <p className={styles.quiet}>{signature.note || signature.fileName}</p>
                  )}
                </>
              ) : (
                <Tag tone="amber">{words.awaited}</Tag>
              )}
              <p className={styles.ways}>
                {signature?.fileName && (
                  <Anchor href={`${path}/${signature.id}/file`} download>
                    {words.file1}
                  </Anchor>
                )}
                {enter && <Anchor href={`${path}/paper?person=${person}`}>{words.paper}</Anchor>}
                {enter && <Anchor href={`${path}/absence?person=${person}`}>{words.absence}</Anchor>}
                {may.identify && !signature && !identity && (
                  <Anchor href={`${path}/identity?person=${person}`}>{words.checkIdentity}</Anchor>
                )}
                {withdraw && signature && (
                  <Anchor href={`${path}/${signature.id}/withdrawal`}>{words.withdraw}</Anchor>
                )}
              </p>
            </>
          ),
        },
      ]}
    />
  )
}
