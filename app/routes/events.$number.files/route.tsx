import { useLoaderData } from '@remix-run/react'
import { eventByNumber } from '#app/domain/events/facts.server.ts'
import { addEventFile } from '#app/domain/events/filing.server.ts'
import { EventFileForm } from '#app/domain/events/forms.ts'
import { eventRules } from '#app/domain/events/rules.ts'
import { numberOf } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const { event, facts } = await eventByNumber(acting(ctx), numberOf(params.number))
  authorize(eventRules.keepFiles, ctx.actor, facts)
  return { title: t.events.work.files.title, number: event.number, name: event.title }
})

export const action = serveForm(
  EventFileForm,
  async ({ ctx, params, value: { file, kind }, services: { config } }) => {
    const number = numberOf(params.number)
    const bytes = new Uint8Array(await file.arrayBuffer())
    await addEventFile(acting(ctx), number, { kind, dataDir: config.dataDir, name: file.name, bytes })
    return done(`/events/${number}`, 'saved')
  },
)

export default function FilesPage() {
  const { number, name } = useLoaderData<typeof loader>()
  const words = useMessages().events.work.files
  const { input, value, ...of } = useServerForm<{ kind: string; file: string }>({ kind: 'material' })
  const { defaultValue: _, ...file } = input('file')
  return (
    <StepPage
      back={{ href: `/events/${number}`, label: name }}
      title={words.title}
      lead={words.lead}
      of={of}
      submit={words.title}
      files
    >
      <RadioGroup
        name="kind"
        legend={words.kind}
        required
        defaultValue={value('kind')}
        error={input('kind').error}
        options={(['material', 'minutes'] as const).map((one) => ({ value: one, label: words.kinds[one] }))}
      />
      <Field label={words.file} type="file" accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg" required {...file} />
    </StepPage>
  )
}
