import { useLoaderData } from '@remix-run/react'
import { numberOf } from '#app/domain/problem.ts'
import { settlePlace } from '#app/domain/reviews/anchors/settling.server.ts'
import { Settling } from '#app/domain/reviews/forms.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { threadOf } from '#app/domain/reviews/remarks/threads.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { Candidate } from './candidate.tsx'
import styles from './place.module.css'
import { placePage } from './place.server.ts'

export const loader = serve(placePage)

export const action = serveForm(Settling, async ({ ctx, params, value }) => {
  const actor = acting(ctx)
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  const { remark } = await threadOf(ctx, draft.id, numberOf(params.number))
  await settlePlace(actor, remark.id, value)
  return done(`/drafts/${draft.slug}/remarks/${remark.number}`, 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

/** Which of the likely places of the new text a remark is about. */
export default function PlacePage() {
  const { draft, remark, question } = useLoaderData<typeof loader>()
  const { reviews, reviewPlace: words, ui } = useMessages()
  const server = useServerForm<{ place: string }>()
  const back = `/drafts/${draft.slug}/remarks/${remark.number}`
  return (
    <Page width="text">
      <PageHead
        crumbs={[
          { href: `/drafts/${draft.slug}`, label: draft.title },
          { href: back, label: words.remark(reviews.kinds[remark.kind], remark.number) },
        ]}
        title={words.title}
        lead={words.lead(question.version)}
      />
      <Stack gap={4}>
        <section>
          <h2 className={styles.before}>{words.before(remark.version, question.origin.address)}</h2>
          <blockquote className={styles.words} lang={draft.lang}>
            {question.origin.before}
            <mark>{question.origin.exact}</mark>
            {question.origin.after}
          </blockquote>
          {remark.body !== '' && (
            <p className={styles.said} lang={remark.lang}>
              {remark.author.name}: {remark.body}
            </p>
          )}
        </section>
        <FieldForm of={server} submit={words.save} beside={<LinkButton href={back}>{ui.cancel}</LinkButton>}>
          <input type="hidden" name="version" value={question.version} />
          <input type="hidden" name="attempt" value={question.attempt} />
          <RadioGroup
            {...server.input('place')}
            legend={words.question(question.version)}
            hint={words.legend}
            required
            defaultValue={question.chosen ?? ''}
            options={[
              ...question.candidates.map((one) => ({
                value: one.blockId,
                label: one.address || words.noAddress,
                hint: (
                  <Candidate one={one} slug={draft.slug} before={question.origin.text} lang={draft.lang} />
                ),
              })),
              { value: 'none', label: words.none, hint: words.noneHint },
            ]}
          />
        </FieldForm>
      </Stack>
    </Page>
  )
}
