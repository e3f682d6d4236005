import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Row, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import type { runPage } from './run.server.ts'
import { RunGoing } from './run-going.tsx'

/** One step over many works: what it does, its button, how far it is, and which works stayed and why. */
export function RunPage({ from }: { from: 'progress' | 'results' }) {
  const { number, kind, works, papers, run } = useLoaderData<typeof runPage>()
  const { course, results, runs } = useMessages().contests
  const busy = useNavigation().state === 'submitting'
  const words = runs[kind]
  const at = `/contests/${number}`
  const files = kind === 'certificates' || kind === 'diplomas'
  const count = files ? papers : works
  const going = run?.state === 'running'
  // a file that is there is fetched, not made again, unless something came after it
  const left = files ? works > 0 || !run?.file : works > 0
  const button = !going && left && count > 0
  return (
    <Page width="text">
      <PageHead
        crumbs={[{ href: `${at}/${from}`, label: from === 'progress' ? course.title : results.title }]}
        title={words.title}
        {...(button ? { lead: words.lead(count) } : {})}
      />
      <Stack gap={4}>
        {going && <RunGoing run={run} stop={`${at}/stopping`} kind={kind} />}
        <Ended />
        {count === 0 && !run && <p>{words.none}</p>}
        {button && (
          <Form method="post">
            <Button look="main" aria-busy={busy}>
              {words.submit(count)}
            </Button>
          </Form>
        )}
      </Stack>
    </Page>
  )
}

/** How the last run ended: what it did, the works that stayed, the file it made. */
function Ended() {
  const { number, kind, run, keptDays } = useLoaderData<typeof runPage>()
  const { course, runs } = useMessages().contests
  const format = useFormat()
  if (!run || run.state === 'running') return null
  const words = runs[kind]
  if (run.state !== 'done') return <Notice kind="warn">{runs[run.state](run.done, run.total)}</Notice>
  const ending = kind === 'diplomas' ? 'zip' : 'pdf'
  const when = run.finishedAt ? format.date(run.finishedAt) : ''
  return (
    <>
      <Notice
        kind="success"
        action={
          run.file && (
            <LinkButton href={`/contests/${number}/${kind}.${ending}`} look="main" download>
              {runs.download}
            </LinkButton>
          )
        }
      >
        {words.done(run.done)} {when}. {run.file && runs.kept(keptDays)}
      </Notice>
      {run.refused.length > 0 && (
        <Notice kind="warn" title={course.refusedTitle}>
          <ul>
            {run.refused.map(({ code, reason }) => (
              <li key={code}>{course.refused(code, reason)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Row>
        <LinkButton
          href={`/contests/${number}/${kind === 'diplomas' || kind === 'certificates' ? 'results' : 'progress'}`}
        >
          {runs.back}
        </LinkButton>
      </Row>
    </>
  )
}
