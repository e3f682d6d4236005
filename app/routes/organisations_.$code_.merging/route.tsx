import type { SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Merging } from '#app/domain/organisations/forms.ts'
import { type MergePreview, mergeOrganisations, mergesOf } from '#app/domain/organisations/merging.server.ts'
import { keptCard } from '#app/routes/organisations_.$code/kept.server.ts'
import { Field } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { Merged, Preview } from './preview.tsx'

export const loader = serve(async ({ ctx, params, t, url }) => {
  const mine = acting(ctx)
  const { id, code, name, shortName } = await keptCard(mine, params.code)
  return {
    title: t.organisationCard.mergeTitle,
    ...{ code, name, shortName, gone: (url.searchParams.get('gone') ?? '').slice(0, 200) },
    merges: await mergesOf(mine, id),
  }
})

/** Shows what would move; the same merge sent again with its ground is made. */
export const action = serveForm(Merging, async ({ ctx, params, value, form }) => {
  const mine = acting(ctx)
  const { id } = await keptCard(mine, params.code)
  const made = await mergeOrganisations(mine, id, value)
  if ('code' in made) return done(`/organisations/${made.code}`, 'saved')
  return { ...parseWithZod(form, { schema: Merging }).reply(), preview: made.preview }
})

export { titled as meta } from '#app/ui/titled.ts'

export default function MergingPage() {
  const { title, code, name, shortName, gone, merges } = useLoaderData<typeof loader>()
  const reply = useActionData<SubmissionResult<string[]> & { preview?: MergePreview }>()
  const words = useMessages().organisationCard
  const { input, ...of } = useServerForm<Record<'gone' | 'ground', string>>({ gone })
  const preview = reply?.preview
  return (
    <Page width="text">
      <PageHead
        crumbs={[{ href: `/organisations/${code}`, label: shortName }]}
        title={title}
        lead={words.mergeLead(name)}
      />
      <Stack gap={6}>
        <FieldForm
          of={of}
          submit={preview ? words.mergeSubmit : words.mergeCheck}
          look={preview ? 'danger' : 'main'}
        >
          <Field {...input('gone')} label={words.gone} hint={words.goneHint} required />
          {preview && <Preview of={preview} />}
          {preview && <Field {...input('ground')} label={words.ground} hint={words.groundHint} required />}
        </FieldForm>
        {merges.length > 0 && <Merged code={code} merges={merges} />}
      </Stack>
    </Page>
  )
}
