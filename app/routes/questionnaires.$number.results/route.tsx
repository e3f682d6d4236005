import { useLoaderData } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { Select } from '#app/ui/field.tsx'
import { FileLink } from '#app/ui/file-link.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Row, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { serve } from '#app/web/serve.server.ts'
import { resultsPage } from './page.server.ts'
import { QuestionResult } from './question-result.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(resultsPage)

export default function ResultsPage() {
  const { name, number, total, invited, tallies, downloads } = useLoaderData<typeof loader>()
  const { results: words } = useMessages().questionnaires
  return (
    <Page width="text">
      <PageHead
        crumbs={[{ href: `/questionnaires/${number}`, label: name }]}
        title={words.title}
        lead={[words.total(total), invited > 0 && words.ofInvited(invited)].filter(Boolean).join(', ')}
        actions={
          downloads && (
            <>
              <FileLink href={`/questionnaires/${number}/results.csv`} kind="CSV">
                {words.csv}
              </FileLink>
              <FileLink href={`/questionnaires/${number}/results.xlsx`} kind="XLSX">
                {words.xlsx}
              </FileLink>
            </>
          )
        }
      />
      <Stack gap={6}>
        <Choices />
        {tallies.map((tally) => (
          <QuestionResult key={tally.question.code} tally={tally} />
        ))}
      </Stack>
    </Page>
  )
}

/** Which version, and whether groups stand apart. */
function Choices() {
  const { versions, version, by, anonymous, number } = useLoaderData<typeof loader>()
  const { results: words } = useMessages().questionnaires
  if (anonymous && versions.length < 2) return null
  return (
    <form action={`/questionnaires/${number}/results`}>
      <Row>
        {versions.length > 1 && (
          <Select
            name="version"
            label={words.versionHead}
            defaultValue={version === null ? '' : String(version)}
            options={[
              { value: '', label: words.together },
              ...versions.map((one) => ({
                value: String(one.number),
                label: words.version(one.number, one.answers),
              })),
            ]}
          />
        )}
        {!anonymous && (
          <Select
            name="by"
            label={words.by}
            defaultValue={by ?? ''}
            options={[
              { value: '', label: words.byNone },
              { value: 'municipality', label: words.byMunicipality },
              { value: 'role', label: words.byRole },
            ]}
          />
        )}
        <Button>{words.apply}</Button>
      </Row>
    </form>
  )
}
