import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { leaveLetters, readLeave } from '#app/domain/notifications/leaving.server.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { formOf } from '#app/web/form.server.ts'
import { serve, serveAction } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'

export { titled as meta } from '#app/ui/titled.ts'

/** Looking changes nothing: programs that open links beforehand end no letters. */
export const loader = serve(async ({ ctx, params, t, locale }) => {
  const { subject } = await readLeave(ctx, params.token ?? '')
  const [kind = '', code] = subject.split(':')
  const topic = content().notifications.topics.find((one) => kind === 'topic' && one.code === code)
  const words = t.notifications.leaving
  const about = topic?.title[locale] ?? (kind === 'digest' ? words.digests : words.followed)
  return { title: words.title, about }
})

/** From the page, or from a mail program with `List-Unsubscribe=One-Click`; answered without a redirect. */
export const action = serveAction(
  async ({ ctx, params, request, visit }) => {
    const back = (await formOf(request)).get('back') === 'on'
    await leaveLetters({ ...ctx, actor: null }, params.token ?? '', visit.address, back)
    return { left: !back }
  },
  { guests: true },
)

export default function Unsubscribe() {
  const { title, about } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const words = useMessages().notifications.leaving
  const left = reply?.left === true
  return (
    <Page width="form">
      <PageHead title={title} lead={words.lead(about)} />
      <Stack gap={3}>
        {reply && <Notice kind="success">{left ? words.left : words.back}</Notice>}
        <Form method="post">
          {left && <input type="hidden" name="back" value="on" />}
          <Button look={left ? 'default' : 'main'}>{left ? words.undo : words.button}</Button>
        </Form>
        <p>
          <Anchor href="/cabinet/letters">{words.settings}</Anchor>
        </p>
      </Stack>
    </Page>
  )
}
