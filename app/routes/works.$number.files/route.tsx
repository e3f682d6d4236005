import { useLoaderData } from '@remix-run/react'
import { workByNumber } from '#app/domain/panels/contests/facts.server.ts'
import { WorkFileForm } from '#app/domain/panels/contests/forms.ts'
import { workRules } from '#app/domain/panels/contests/rules.ts'
import { addWorkFile } from '#app/domain/panels/contests/submitting.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { Field } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t, services: { content } }) => {
  const { work, facts } = await workByNumber(acting(ctx), numberOf(params.number))
  authorize(workRules.change, ctx.actor, facts)
  const { contests, uploads } = content.settings
  return {
    title: t.contests.work.addFile,
    ...{ number: work.number, name: work.title || t.contests.work.untitled },
    ...{ most: contests.filesMost, megabytes: uploads.maxMegabytes },
  }
})

export const action = serveForm(
  WorkFileForm,
  async ({ ctx, params, value: { file }, services: { config } }) => {
    const number = numberOf(params.number)
    const bytes = new Uint8Array(await file.arrayBuffer())
    await addWorkFile(acting(ctx), number, { dataDir: config.dataDir, name: file.name, bytes })
    return done(`/works/${number}`, 'workSaved')
  },
)

export default function FilesPage() {
  const { number, name, most, megabytes } = useLoaderData<typeof loader>()
  const words = useMessages().contests.work
  const { input, ...of } = useServerForm<{ file: string }>()
  const { defaultValue: _, ...file } = input('file')
  return (
    <StepPage
      back={{ href: `/works/${number}`, label: name }}
      title={words.addFile}
      lead={words.filesHint(most, megabytes)}
      of={of}
      submit={words.addFile}
      files
    >
      <Field label={words.file} type="file" accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg" required {...file} />
    </StepPage>
  )
}
