import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Row, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import type { toldOutcome } from './outcome.server.ts'

/** One step over many works: how many it touches, the button, and afterwards which works stayed and why. */
export function BulkPage({ step }: { step: 'opening' | 'thirds' }) {
  const { number, count } = useLoaderData<{ number: number; count: number }>()
  const outcome = useActionData<ReturnType<typeof toldOutcome>>()
  const course = useMessages().contests.course
  const busy = useNavigation().state === 'submitting'
  const words = course[step]
  const back = `/contests/${number}/progress`
  return (
    <Page width="text">
      <PageHead
        crumbs={[{ href: back, label: course.title }]}
        title={words.title}
        {...(outcome || count === 0 ? {} : { lead: words.lead(count) })}
      />
      <Stack gap={4}>
        {outcome && <Notice kind="success">{words.done(outcome.done)}</Notice>}
        {outcome && outcome.refused.length > 0 && (
          <Notice kind="warn" title={course.refusedTitle}>
            <ul>
              {outcome.refused.map(({ code, reason }) => (
                <li key={code}>{course.refused(code, reason)}</li>
              ))}
            </ul>
          </Notice>
        )}
        {!outcome && count === 0 && <p>{words.none}</p>}
        <Row>
          {!outcome && count > 0 && (
            <Form method="post">
              <Button look="main" aria-busy={busy}>
                {words.submit(count)}
              </Button>
            </Form>
          )}
          <LinkButton href={back}>{course.back}</LinkButton>
        </Row>
      </Stack>
    </Page>
  )
}
