import { useLoaderData } from '@remix-run/react'
import { practiceByNumber } from '#app/domain/practices/facts.server.ts'
import { StepForm } from '#app/domain/practices/forms.ts'
import { practiceRules } from '#app/domain/practices/rules.ts'
import { lacking, sendPractice } from '#app/domain/practices/sending.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'

export const loader = serve(async ({ ctx, params, t, locale }) => {
  const mine = acting(ctx)
  const state = await practiceByNumber(ctx, numberOf(params.number))
  authorize(practiceRules.send, ctx.actor, state.facts)
  const titles = new Map(content().practices.sections.map(({ code, title }) => [code, title[locale]]))
  const { fields, section } = t.practices.writing.sending
  return {
    title: t.practices.writing.send,
    number: state.practice.number,
    name: state.version.title,
    writer: mine.actor.number,
    lacks: (await lacking(ctx, state)).map((lack) =>
      lack.field === 'section'
        ? {
            to: `sections/${lack.section}`,
            text: section(titles.get(lack.section) ?? lack.section, lack.letters, lack.least),
          }
        : { to: 'edit#passport', text: fields[lack.field] },
    ),
  }
})

export const action = serveForm(StepForm, async ({ ctx, params }) => {
  const number = numberOf(params.number)
  await sendPractice(acting(ctx), number)
  return done(`/practices/${number}`, 'sent')
})

export { titled as meta } from '#app/ui/titled.ts'

/** What is missing, each line leading to where it is mended; or what happens next, and the button. */
export default function SendPracticePage() {
  const { number, name, lacks, writer } = useLoaderData<typeof loader>()
  const { practices } = useMessages()
  const { send, sending } = practices.writing
  const { input: _, check: __, value: ___, ...of } = useServerForm<Record<string, string>>()
  return (
    <Page width="text">
      <PageHead
        crumbs={[{ href: `/practices/${number}/edit`, label: practices.card.number(number) }]}
        title={lacks.length > 0 ? sending.lacking(lacks.length) : sending.ready}
        lead={name}
      />
      {lacks.length > 0 ? (
        <ul>
          {lacks.map(({ to, text }) => (
            <li key={text}>
              <Anchor href={`/practices/${number}/${to}`}>{text}</Anchor>
            </li>
          ))}
        </ul>
      ) : (
        <FieldForm of={of} submit={send} writer={writer} lead={<p>{sending.readyText}</p>}>
          {null}
        </FieldForm>
      )}
    </Page>
  )
}
