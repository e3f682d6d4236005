import { useLoaderData } from '@remix-run/react'
import { SigningAccord } from '#app/domain/accounts/forms.ts'
import { accordText, joinAccord, signingState } from '#app/domain/accounts/signing/accord.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { renderMarkdown } from '#content/markdown.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx }) => {
  const { title, body, version } = accordText()
  const state = await signingState(ctx, acting(ctx).actor.personId)
  return { title, html: renderMarkdown(body), version, state }
})

export const action = serveForm(SigningAccord, async ({ ctx, value }) => {
  await joinAccord(acting(ctx), value.currentPassword)
  return done('/cabinet/signing', 'saved')
})

/** The agreement on simple electronic signatures: its text, joined with the password, left at any time. */
export default function AccordPage() {
  const { title, html, state } = useLoaderData<typeof loader>()
  const { accord: words, signing } = useMessages().conclusions
  const { input, ...of } = useServerForm<{ currentPassword: string }>()
  const format = useFormat()
  const { identity, accord } = state
  return (
    <Page width="text">
      <PageHead crumbs={[{ href: '/cabinet', label: words.cabinet }]} title={title} />
      <Stack gap={4}>
        {identity ? (
          <p>{signing.identityOk(identity.document, format.day(identity.day))}</p>
        ) : (
          <Notice title={signing.identity}>{signing.identityText}</Notice>
        )}
        <Prose html={html} lang="ru" />
        {accord ? (
          <Notice
            kind="success"
            title={words.joined(format.day(accord.joinedAt))}
            action={<LinkButton href="/cabinet/signing/leaving">{words.leave}</LinkButton>}
          />
        ) : (
          <FieldForm of={of} submit={words.join}>
            <Field
              label={signing.password}
              type="password"
              autoComplete="current-password"
              required
              {...input('currentPassword')}
            />
          </FieldForm>
        )}
      </Stack>
    </Page>
  )
}
