import { useLoaderData } from '@remix-run/react'
import { AcceptForm } from '#app/domain/panels/forms.ts'
import { signObligations } from '#app/domain/panels/invitations/obligations.server.ts'
import { offerOf } from '#app/domain/panels/invitations/offer.server.ts'
import { idOf } from '#app/domain/problem.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import styles from './obligations.module.css'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t, locale }) => {
  const id = idOf(params.id)
  const { texts, step } = await offerOf(acting(ctx), id)
  return {
    title: t.panels.invites.obligations.title,
    id,
    maySign: step === 'sign',
    texts: texts.map(({ title, signed, ...text }) => ({
      ...text,
      title: title[locale],
      signed: signed && { way: signed.way, on: signed.signedOn },
    })),
  }
})

export const action = serveForm(AcceptForm, async ({ ctx, params }) => {
  const id = idOf(params.id)
  await signObligations(acting(ctx), id)
  return done(`/cabinet/invitations/${id}`, 'saved')
})

export default function ObligationsPage() {
  const { title, id, maySign, texts } = useLoaderData<typeof loader>()
  const { obligations: words, offer } = useMessages().panels.invites
  const format = useFormat()
  const { check, ...of } = useServerForm<{ noConflict: string; nonDisclosure: string }>()
  const path = `/cabinet/invitations/${id}`
  return (
    <section aria-labelledby="obligations">
      <SectionHead title={title} id="obligations" />
      <Stack gap={4}>
        {maySign && <p>{words.lead}</p>}
        {texts.map(({ kind, title, text, version, sha256, signed }) => (
          <article key={kind}>
            <h3>{title}</h3>
            <Prose>
              {text.split('\n\n').map((part) => (
                <p key={part} lang="ru">
                  {part}
                </p>
              ))}
              <p className={styles.hash}>
                {words.version(version)}
                {signed &&
                  `, ${(signed.way === 'paper' ? words.signedPaper : words.signedSite)(format.day(signed.on))}`}
                . {words.hash}: {sha256}
              </p>
              <p>
                <Anchor href={`${path}/obligations/${kind}.pdf`} download>
                  {words.pdf}
                </Anchor>
                {', '}
                <Anchor href={`${path}/obligations/${kind}.docx`} download>
                  {words.docx}
                </Anchor>
              </p>
            </Prose>
          </article>
        ))}
        {maySign && (
          <FieldForm of={of} submit={words.submit}>
            <Checkbox label={offer.noConflict} required {...check('noConflict')} />
            <Checkbox label={offer.nonDisclosure} required {...check('nonDisclosure')} />
          </FieldForm>
        )}
      </Stack>
    </section>
  )
}
