import { useLoaderData } from '@remix-run/react'
import { Facts } from '#app/ui/facts.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import type { loader } from './route.tsx'
import type { ToldFacts } from './told.server.ts'

/** What this one read gave. */
export function Told({ told }: { told: ToldFacts }) {
  const { fields } = useLoaderData<typeof loader>()
  const { person: words } = useMessages().closedData
  const shown = useShown(told)
  return (
    <section>
      <SectionHead title={words.told} />
      <Stack gap={3}>
        <Notice title={words.toldText} />
        <Facts
          facts={fields
            .filter(({ code }) => code in told)
            .map(({ code, title }) => ({ term: title, value: shown(code) ?? words.nothing }))}
        />
        <Scans consents={told.consents} />
      </Stack>
    </section>
  )
}

function useShown(told: ToldFacts) {
  const { facts: words } = useMessages().closedData
  const format = useFormat()
  const lines = (rows: string[]) => (rows.length === 0 ? null : <Lines rows={rows} />)
  return (code: string) => {
    switch (code) {
      case 'email':
        return told.email
      case 'phone':
        return told.phone
      case 'birthDay':
        return told.birthDay && format.day(told.birthDay)
      case 'entrepreneur':
        return (
          told.entrepreneur &&
          `${told.entrepreneur.said ? words.entrepreneur : words.notEntrepreneur}, ${format.day(told.entrepreneur.day)}`
        )
      case 'results':
        return lines(
          (told.results ?? []).map(({ direction, attempt, earned, maximum, day, band }) =>
            [`${direction}: ${words.points(earned, maximum)}`, band, words.attempt(attempt), format.day(day)]
              .filter(Boolean)
              .join(', '),
          ),
        )
      default:
        return lines(
          (told.consents ?? []).map((one) =>
            [
              words.kinds[one.kind],
              one.fields && `${words.only}: ${one.fields.join(', ')}`,
              one.signedOn
                ? `${words.onPaper}, ${format.day(one.signedOn)}`
                : `${words.electronic}, ${format.day(one.givenAt)}`,
              one.withdrawnAt && `${words.withdrawn} ${format.day(one.withdrawnAt)}`,
            ]
              .filter(Boolean)
              .join(', '),
          ),
        )
    }
  }
}

/** Papers behind the consents that were told. */
function Scans({ consents }: { consents: ToldFacts['consents'] }) {
  const { facts: words } = useMessages().closedData
  const papers = (consents ?? []).flatMap(({ file, fileName }) => (file ? [{ file, fileName }] : []))
  return papers.map(({ file, fileName }) => (
    <p key={file}>
      {words.scan}:{' '}
      <a href={`/desk/grounds/papers/${file}`} download>
        {fileName}
      </a>
    </p>
  ))
}

function Lines({ rows }: { rows: readonly string[] }) {
  return (
    <ul>
      {rows.map((row) => (
        <li key={row}>{row}</li>
      ))}
    </ul>
  )
}
