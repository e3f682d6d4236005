import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Problem } from '#app/domain/problem.ts'
import { Erratum } from '#app/domain/reviews/course/course-forms.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import {
  correctMisprint,
  type ErratumPlace,
  placesOfWords,
} from '#app/domain/reviews/versions/correcting.server.ts'
import { verbPage } from '#app/routes/drafts.$slug/verb-page.server.ts'
import { WhyForm } from '#app/routes/drafts.$slug/why-form.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Field, TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { sentenceOf } from '#app/web/problems.server.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export const loader = serve(async (args) => {
  const page = await verbPage(args, 'correct', (t) => t.reviewCourse.erratum.title)
  const { current } = await draftBySlug(args.ctx, page.draft.slug)
  return { ...page, versionId: current?.id ?? '', number: current?.number ?? 0 }
})

/** Finds the unit by the words; where they stand in several, the form comes back with a choice. */
export const action = serveForm(Erratum, async ({ ctx, params, value, t }) => {
  const mine = acting(ctx)
  const { draft } = await draftBySlug(mine, params.slug ?? '')
  const { blockId, ...words } = value
  const places = blockId ? [] : await placesOfWords(mine, draft.id, value.versionId, value.before)
  if (places.length > 1) {
    const error = { blockId: [sentenceOf(t, 'erratum-place')] }
    return data({ status: 'error' as const, error, initialValue: words, places }, { status: 422 })
  }
  const found = blockId ?? places[0]?.blockId
  if (!found) throw new Problem('erratum-words', {}, 'before')
  await correctMisprint(mine, draft.id, { ...words, blockId: found })
  return done(`/drafts/${encodeURIComponent(draft.slug)}/course`, 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

export default function ErratumPage() {
  const { draft, versionId, number } = useLoaderData<typeof loader>()
  const { reviewCourse, reviews } = useMessages()
  const words = reviewCourse.erratum
  const answer = useActionData<{ places?: ErratumPlace[]; error?: Record<string, string[]> }>()
  const places = answer?.places ?? []
  return (
    <WhyForm
      draft={draft}
      words={{ ...words, title: `${words.title}: ${reviews.version(number).toLowerCase()}` }}
      fields={({ input }) => (
        <>
          <input type="hidden" name="versionId" value={versionId} />
          <TextArea {...input('before')} label={words.before} hint={words.beforeHint} rows={2} required />
          {places.length > 0 && (
            <RadioGroup
              id={input('blockId').id}
              name="blockId"
              legend={words.place}
              error={answer?.error?.blockId}
              required
              options={places.map(({ blockId, address, text }) => ({
                value: blockId,
                label: address,
                hint: text.slice(0, 200),
              }))}
            />
          )}
          <Field {...input('after')} label={words.after} required />
        </>
      )}
    />
  )
}
