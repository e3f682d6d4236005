import { Disclosure } from '#app/ui/disclosure.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import type { OrganisationView } from './view.server.ts'

/** What was changed on the card, the newest first. */
export function History({ changes }: { changes: OrganisationView['changes'] }) {
  const words = useMessages().organisationCard
  const format = useFormat()
  if (changes.length === 0) return null
  return (
    <Disclosure summary={words.history}>
      <Stack gap={3}>
        {changes.map(({ id, kind, at, ground, by, fields }) => (
          <div key={id}>
            <p>
              {format.date(at)}: {words.kinds[kind] ?? kind}
              {by && `, ${by}`}
            </p>
            {fields.map(({ field, before, after }) => (
              <p key={field}>
                {words.fields[field] ?? field}: <s>{before}</s>
                {before && after && ' → '}
                {after || (before ? '' : words.empty)}
              </p>
            ))}
            {ground && <p lang="ru">{ground}</p>}
          </div>
        ))}
      </Stack>
    </Disclosure>
  )
}
