import { useLoaderData } from '@remix-run/react'
import { ReloadDemo } from '#app/domain/experts/forms.ts'
import { Checkbox } from '#app/ui/choice.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { Time } from '#app/ui/time.tsx'
import { demoState, startAnew } from '#app/web/demo.server.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t, services }) => ({
  title: t.experts.demoPage.title,
  mark: await demoState(acting(ctx), services),
}))

export const action = serveForm(ReloadDemo, async ({ ctx, services, visit }) => {
  await startAnew(acting(ctx), services)
  visit.cookies.length = 0
  return done('/signin', undefined, [await services.sessions.end(visit.sessionId)])
})

export default function DemoPage() {
  const { mark } = useLoaderData<typeof loader>()
  const words = useMessages().experts.demoPage
  const { check, ...of } = useServerForm<{ sure: boolean }>()
  if (!mark) return <Notice>{words.off}</Notice>
  return (
    <section>
      <SectionHead title={words.title} />
      <Stack gap={3}>
        <p>{words.lead}</p>
        <Facts
          facts={[
            { term: words.dayOf, value: <Time value={mark.day} /> },
            { term: words.loaded, value: <Time value={mark.loadedAt} as="date" /> },
          ]}
        />
        <Notice kind="warn">{words.warn}</Notice>
        <FieldForm of={of} submit={words.reload} look="danger" gap={2} beside={<span>{words.slow}</span>}>
          <Checkbox label={words.sure} required {...check('sure')} />
        </FieldForm>
      </Stack>
    </section>
  )
}
