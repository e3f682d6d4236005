import { Form, useLoaderData } from '@remix-run/react'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Stack } from '#app/ui/page.tsx'
import type { loader } from './route.tsx'

/** What can be done for many works at once, the most urgent first. */
export function NextSteps() {
  const { number, works, judgedUntil, mayOpen, mayCall, mayRank } = useLoaderData<typeof loader>()
  const words = useMessages().contests.course
  const format = useFormat()
  const of = (next: (typeof works)[number]['next']) => works.filter((work) => work.next === next).length
  const at = `/contests/${number}`
  const answers = works.reduce((sum, { waiting }) => sum + waiting, 0)
  const sheets = works.reduce((sum, work) => sum + (work.closed ? 0 : work.sheets - work.sent), 0)
  const finished = of('done') + of('third') === works.length
  return (
    <Stack gap={3}>
      {of('ready') > 0 && (
        <Notice
          action={
            mayOpen && (
              <LinkButton href={`${at}/progress/opening`} look="main">
                {words.openAll}
              </LinkButton>
            )
          }
        >
          {words.ready(of('ready'))}
        </Notice>
      )}
      {of('third') > 0 && (
        <Notice
          kind="warn"
          action={mayCall && <LinkButton href={`${at}/progress/thirds`}>{words.callAll}</LinkButton>}
        >
          {words.apart(of('third'))}
        </Notice>
      )}
      {of('vacant') > 0 && <Notice kind="warn">{words.vacant(of('vacant'))}</Notice>}
      {answers + sheets > 0 && (
        <Notice
          action={
            mayOpen && (
              <Form method="post" action={`${at}/progress/reminder`}>
                <Button>{words.remind}</Button>
              </Form>
            )
          }
        >
          {words.awaited(answers, sheets)} {words.term(format.day(judgedUntil))}
        </Notice>
      )}
      {finished && (
        <Notice
          kind="success"
          action={
            mayRank && (
              <LinkButton href={`${at}/ranking`} look="main">
                {words.toRanking}
              </LinkButton>
            )
          }
        >
          {words.done}
        </Notice>
      )}
    </Stack>
  )
}
