import { useLoaderData } from '@remix-run/react'
import { MergeUndoing } from '#app/domain/organisations/forms.ts'
import { mergesOf, undoMerge } from '#app/domain/organisations/merging.server.ts'
import { found } from '#app/domain/problem.ts'
import { keptCard } from '#app/routes/organisations_.$code/kept.server.ts'
import { Field } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export const loader = serve(async ({ ctx, params, t, url }) => {
  const mine = acting(ctx)
  const { id, code, shortName } = await keptCard(mine, params.code)
  const merge = found((await mergesOf(mine, id)).find((one) => one.id === url.searchParams.get('merge')))
  return { title: t.organisationCard.unmerge, code, shortName, merge: merge.id, name: merge.name }
})

export const action = serveForm(MergeUndoing, async ({ ctx, params, value }) => {
  const mine = acting(ctx)
  const { id, code } = await keptCard(mine, params.code)
  await undoMerge(mine, id, value.merge, value.ground)
  return done(`/organisations/${code}`, 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

export default function UnmergingPage() {
  const { title, code, shortName, merge, name } = useLoaderData<typeof loader>()
  const words = useMessages().organisationCard
  const { input, ...of } = useServerForm<Record<'ground', string>>()
  return (
    <StepPage
      back={{ href: `/organisations/${code}/merging`, label: shortName }}
      title={title}
      lead={words.unmergeLead(name)}
      of={of}
      submit={words.unmergeSubmit}
      look="danger"
    >
      <input type="hidden" name="merge" value={merge} />
      <Field {...input('ground')} label={words.ground} hint={words.groundHint} required />
    </StepPage>
  )
}
