import { useLoaderData } from '@remix-run/react'
import { RecordedForm } from '#app/domain/panels/forms.ts'
import { recordAnswer, recordingOf } from '#app/domain/panels/invitations/recording.server.ts'
import { idOf, numberOf } from '#app/domain/problem.ts'
import { Checkbox, RadioGroup } from '#app/ui/choice.tsx'
import { Field, TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { SignedFileField } from '#app/ui/signed-file-field.tsx'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t, services }) => {
  const [mine, number] = [acting(ctx), numberOf(params.number)]
  const { name, number: person } = await recordingOf(mine, number, idOf(params.id))
  const words = t.ownData.recording
  return {
    title: words.title(name ?? `№\u00a0${person}`),
    ...{ number, today: mine.actor.today, megabytes: services.content.settings.uploads.maxMegabytes },
  }
})

export const action = serveForm(
  RecordedForm,
  async ({ ctx, params, services, value: { file, ...value } }) => {
    const scan = file && {
      ...{ dataDir: services.config.dataDir, name: file.name },
      bytes: new Uint8Array(await file.arrayBuffer()),
    }
    await recordAnswer(acting(ctx), idOf(params.id), value, scan)
    return done(`/panels/${numberOf(params.number)}`, 'saved')
  },
)

type Typed = Record<
  'answer' | 'channel' | 'answeredOn' | 'words' | 'noConflict' | 'askAfter' | 'file',
  string
>

export default function RecordingPage() {
  const { title, number, today, megabytes } = useLoaderData<typeof loader>()
  const { panels, ownData } = useMessages()
  const words = ownData.recording
  const { input, check, value, ...of } = useServerForm<Typed>({ answeredOn: today })
  const channels = (['phone', 'paper', 'mail', 'person'] as const).map((one) => ({
    value: one,
    label: words.channels[one],
  }))
  return (
    <StepPage
      back={{ href: `/panels/${number}`, label: panels.number(number) }}
      title={title}
      lead={words.lead}
      of={of}
      submit={words.submit}
      files
    >
      <RadioGroup
        name="answer"
        legend={words.answer}
        inline
        defaultValue={value('answer')}
        error={input('answer').error}
        options={[
          { value: 'accepted', label: words.accepted },
          { value: 'declined', label: words.declined },
          { value: 'later', label: panels.invites.later.title },
        ]}
      />
      <Checkbox label={words.noConflict} {...check('noConflict')} />
      <Field label={panels.invites.later.askAfter} type="date" {...input('askAfter')} />
      <RadioGroup
        name="channel"
        legend={words.channel}
        defaultValue={value('channel')}
        error={input('channel').error}
        options={channels}
      />
      <Field label={words.answeredOn} type="date" required {...input('answeredOn')} />
      <TextArea label={words.words} hint={words.wordsHint} required maxLength={3000} {...input('words')} />
      <SignedFileField label={words.scan} hint={words.scanHint(megabytes)} input={input('file')} optional />
    </StepPage>
  )
}
