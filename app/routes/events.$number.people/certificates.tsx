import { Anchor } from '#app/ui/anchor.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Table } from '#app/ui/table.tsx'
import type { PeopleView } from './route.tsx'

/** The certificates of an event that was held, each to take away, to check, or to revoke. */
export function Certificates({ view }: { view: PeopleView }) {
  const { work, paper } = useMessages().events
  const words = work.people
  const { number, certificates, revokes } = view
  if (certificates.length === 0) return null
  return (
    <Table
      caption={`${words.certificates}: ${certificates.length}`}
      rows={certificates}
      rowKey={({ id }) => id}
      columns={[
        { label: words.name, head: true, cell: ({ name }) => name },
        {
          label: words.number,
          cell: (one) =>
            one.revoked ? (
              `${one.number}, ${words.revoked}`
            ) : (
              <Anchor href={`/events/${number}/certificates/${one.id}.pdf`} download="">
                {one.number}
              </Anchor>
            ),
        },
        { label: words.state, cell: ({ role }) => paper.roles[role] },
        {
          ...{ label: words.revoke, hideLabel: true, acts: true },
          cell: ({ id, name, revoked }) =>
            revokes &&
            !revoked && (
              <LinkButton
                href={`/events/${number}/revocations/${id}`}
                look="quiet"
                small
                aria-label={`${words.revoke}: ${name}`}
              >
                {words.revoke}
              </LinkButton>
            ),
        },
      ]}
    />
  )
}
