import { useForm } from '@conform-to/react'
import { data } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { TextFile } from '#app/domain/reviews/forms.ts'
import { receiveFile, replaceTextFromFile } from '#app/domain/reviews/importing/uploads.server.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { authorize } from '#app/domain/rules.ts'
import { FileField } from '#app/routes/drafts.$slug/file-field.tsx'
import { bytesOf, fileViewOf, structureOfFile } from '#app/routes/drafts.$slug/file-view.server.ts'
import { headOf } from '#app/routes/drafts.$slug/reading.server.ts'
import { Structure } from '#app/routes/drafts.$slug/structure.tsx'
import { WorkPage } from '#app/routes/drafts.$slug/work-page.tsx'
import { Button } from '#app/ui/button.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'

export const loader = serve(async (args) => {
  const { ctx, params, t } = args
  acting(ctx)
  const shown = await draftBySlug(ctx, params.slug ?? '')
  authorize(reviewRules.edit, ctx.actor, shown.facts)
  const head = shown.versions.find(({ publishedAt }) => publishedAt === null)
  return {
    title: `${t.reviewWork.file.title} · ${shown.draft.title}`,
    head: headOf(shown, args),
    edition: head?.edition ?? 1,
    megabytes: content().settings.uploads.maxMegabytes,
  }
})

/** With `step=preview` the text stays as it is: the page shows what the file would bring. */
export const action = serveForm(TextFile, async ({ ctx, params, value, services }) => {
  const actor = acting(ctx)
  const { draft, facts } = await draftBySlug(ctx, params.slug ?? '')
  authorize(reviewRules.edit, actor.actor, facts)
  const { dataDir } = services.config
  const margin = value.margin === 'on'
  const received = await receiveFile(actor, dataDir, { ...value, margin, file: await bytesOf(value.file) })
  const asked = value.step === 'save' && received.undecided
  if (value.step === 'preview' || asked) {
    const shown = {
      file: fileViewOf(received, value.changes ?? null, margin),
      structure: structureOfFile(received),
    }
    return data({ ...shown, asked }, { status: asked ? 422 : 200 })
  }
  await replaceTextFromFile(actor, dataDir, { draftId: draft.id, edition: value.edition }, received)
  return done(`/drafts/${draft.slug}/edit`, 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

export default function FilePage() {
  const { head, edition, megabytes } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { reviewWork } = useMessages()
  const words = reviewWork.file
  const preview = answer && 'structure' in answer ? answer : null
  const [form, fields] = useForm<Record<'file' | 'changes' | 'edition', string>>({
    lastResult: answer && !('structure' in answer) ? answer : undefined,
  })
  const faults: Record<string, string[]> = { ...form.allErrors }
  if (preview?.asked) faults.changes = [words.changesNeeded]
  const errors = Object.entries(faults).flatMap(([field, texts]) =>
    texts.map((text) => ({ text, field: field && `f-${field}` })),
  )
  const busy = useNavigation().state === 'submitting'
  return (
    <WorkPage head={head} current="edit" title={words.title} lead={words.lead}>
      <Form method="post" encType="multipart/form-data" noValidate>
        <Stack gap={4}>
          <FormErrors errors={errors} />
          <input type="hidden" name="edition" value={edition} />
          <FileField
            file={preview?.file ?? null}
            megabytes={megabytes}
            error={fields.file.errors}
            changesError={faults.changes}
          />
          {preview && <Structure structure={preview.structure} />}
          <Row>
            <Button name="step" value="preview" look={preview ? 'default' : 'main'} aria-busy={busy}>
              {busy ? words.reading : words.check}
            </Button>
            {preview && (
              <Button name="step" value="save" look="main">
                {words.save}
              </Button>
            )}
          </Row>
        </Stack>
      </Form>
    </WorkPage>
  )
}
