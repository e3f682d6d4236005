import { useLoaderData } from '@remix-run/react'
import { PaperForm } from '#app/domain/panels/forms.ts'
import { keepPaper, textsNow } from '#app/domain/panels/invitations/obligations.server.ts'
import { recordingOf } from '#app/domain/panels/invitations/recording.server.ts'
import { idOf, numberOf } from '#app/domain/problem.ts'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { SignedFileField } from '#app/ui/signed-file-field.tsx'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t, services, locale }) => {
  const [mine, number] = [acting(ctx), numberOf(params.number)]
  const { name, number: person } = await recordingOf(mine, number, idOf(params.id))
  return {
    title: t.panels.invites.obligations.paperTitle(name ?? `№\u00a0${person}`),
    ...{ number, today: mine.actor.today, megabytes: services.content.settings.uploads.maxMegabytes },
    kinds: textsNow().map(({ kind, title }) => ({ value: kind, label: title[locale] })),
  }
})

export const action = serveForm(PaperForm, async ({ ctx, params, services, value: { file, ...value } }) => {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const scan = { dataDir: services.config.dataDir, name: file.name, bytes }
  await keepPaper(acting(ctx), idOf(params.id), value, scan)
  return done(`/panels/${numberOf(params.number)}`, 'saved')
})

type Typed = Record<'kind' | 'signedOn' | 'file', string>

export default function PaperPage() {
  const { title, number, today, megabytes, kinds } = useLoaderData<typeof loader>()
  const { panels, ownData } = useMessages()
  const words = panels.invites.obligations
  const { input, value, ...of } = useServerForm<Typed>({ signedOn: today })
  return (
    <StepPage
      back={{ href: `/panels/${number}`, label: panels.number(number) }}
      title={title}
      lead={words.paperLead}
      of={of}
      submit={words.paperSubmit}
      files
    >
      <RadioGroup
        name="kind"
        legend={words.kind}
        defaultValue={value('kind')}
        error={input('kind').error}
        options={kinds}
      />
      <Field label={words.signedOn} type="date" required {...input('signedOn')} />
      <SignedFileField
        label={words.file}
        hint={ownData.recording.scanHint(megabytes)}
        input={input('file')}
      />
    </StepPage>
  )
}
