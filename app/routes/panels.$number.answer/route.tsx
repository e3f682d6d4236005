import { useLoaderData } from '@remix-run/react'
import { answerText } from '#app/domain/panels/conclusions/agreeing.server.ts'
import { AnswerForm } from '#app/domain/panels/conclusions/forms.ts'
import { textToAnswer } from '#app/domain/panels/conclusions/reading.server.ts'
import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import styles from '#app/routes/panels.$number.conclusion/marks.module.css'
import { Statements } from '#app/routes/panels.$number.conclusion/statements.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Sheet } from '#app/ui/page.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const mine = acting(ctx)
  const { panel, body, hash } = await textToAnswer(mine, numberOf(params.number))
  return {
    title: t.conclusions.agreement.yours,
    number: panel.number,
    ...{ body, hash },
    writer: mine.actor.number,
  }
})

export const action = serveForm(AnswerForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await answerText(acting(ctx), await panelIdOf(ctx, number), value)
  return done(`/panels/${number}/conclusion`, 'saved')
})

/** A member agrees with the text, with an own opinion where there is one. */
export default function AnswerPage() {
  const { title, number, body, hash, writer } = useLoaderData<typeof loader>()
  const { panels, conclusions } = useMessages()
  const words = conclusions.agreement
  const { input, ...of } = useServerForm<{ dissent: string; hash: string }>()
  return (
    <StepPage
      back={{ href: `/panels/${number}/conclusion`, label: panels.conclusion.work }}
      title={title}
      lead={words.yoursText}
      of={of}
      submit={words.agree}
      writer={writer}
    >
      <Sheet>
        <p>
          <strong>{body.verdicts.find(({ code }) => code === body.verdict)?.title}</strong>
        </p>
        <Statements body={body} page={`/panels/${number}/conclusion`} />
        {body.recommendations && <p className={styles.plain}>{body.recommendations}</p>}
      </Sheet>
      <input type="hidden" name="hash" value={hash} />
      <TextArea
        label={words.dissent}
        hint={words.dissentHint}
        rows={6}
        maxLength={20000}
        {...input('dissent')}
      />
    </StepPage>
  )
}
