import { useLoaderData } from '@remix-run/react'
import { numberOf } from '#app/domain/problem.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { draftView } from '#app/routes/drafts.$slug/views.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Select } from '#app/ui/field.tsx'
import { FileLink } from '#app/ui/file-link.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { serve } from '#app/web/serve.server.ts'
import styles from './compare.module.css'
import { comparisonOf } from './comparison.server.ts'
import { Comparison } from './comparison.tsx'

export const loader = serve(async (args) => {
  const shown = await draftBySlug(args.ctx, args.params.slug ?? '')
  const [a, b] = [numberOf(args.params.a), numberOf(args.params.b)]
  return {
    title: `${args.t.reviewOutcome.compare.title(a, b)} · ${shown.draft.title}`,
    draft: draftView(shown, args.locale),
    a,
    b,
    published: shown.versions.filter(({ publishedAt }) => publishedAt !== null).map(({ number }) => number),
    comparison: await comparisonOf(args, shown.draft.id, a, b),
  }
})

export { titled as meta } from '#app/ui/titled.ts'

export default function ComparePage() {
  const { draft, a, b, published, comparison } = useLoaderData<typeof loader>()
  const { reviews, reviewOutcome } = useMessages()
  const words = reviewOutcome.compare
  const { counts } = comparison
  const facts = (['inserted', 'deleted', 'edited', 'moved'] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => words[kind](counts[kind]))
  return (
    <Page>
      <PageHead
        crumbs={[
          { href: `/drafts/${draft.slug}`, label: draft.title },
          { href: `/drafts/${draft.slug}/versions`, label: reviews.draft.versions },
        ]}
        title={words.title(a, b)}
        lead={facts.length > 0 ? facts.join(', ') : words.same}
      />
      {published.length > 2 && (
        <form action={`/drafts/${draft.slug}/compare`} className={styles.choose} aria-label={words.choose}>
          {(['older', 'newer'] as const).map((name) => (
            <Select
              key={name}
              name={name}
              label={words[name]}
              defaultValue={name === 'older' ? a : b}
              options={published.map((number) => ({ value: String(number), label: reviews.version(number) }))}
            />
          ))}
          <Button>{words.show}</Button>
        </form>
      )}
      <p>
        <FileLink href={`/drafts/${draft.slug}/compare/${a}/${b}.docx`} kind="DOCX">
          {words.docx}
        </FileLink>
      </p>
      <Comparison slug={draft.slug} lang={draft.lang} rows={comparison.rows} />
    </Page>
  )
}
