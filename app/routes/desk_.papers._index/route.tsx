import { useLoaderData } from '@remix-run/react'
import { listPapers } from '#app/domain/documents/paper-list.server.ts'
import { idOf, Problem } from '#app/domain/problem.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { sentenceOf } from '#app/web/problems.server.ts'
import { acting, serve } from '#app/web/serve.server.ts'
import { PaperTable } from './paper-table.tsx'
import { shownPaper } from './shown-paper.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t, url, services, locale }) => {
  const before = url.searchParams.get('before')
  const problem = url.searchParams.get('problem')
  const { templates, settings } = services.content
  const { rows, next } = await listPapers(acting(ctx), { ...(before ? { before: idOf(before) } : {}) })
  return {
    title: t.papers.list.title,
    papers: rows.map((row) => shownPaper(row, templates, locale)),
    next: next ? `/desk/papers?before=${next}` : null,
    // Written by the download, which has no page of its own.
    problem: problem ? sentenceOf(t, new Problem(problem, { most: settings.papers.merged })) : null,
  }
})

export default function Papers() {
  const { papers, next, problem } = useLoaderData<typeof loader>()
  const words = useMessages().papers.list
  const create = (
    <LinkButton href="/desk/papers/new" look="main">
      {words.create}
    </LinkButton>
  )
  return (
    <Page>
      <PageHead
        title={words.title}
        lead={words.lead}
        actions={
          <>
            {papers.length > 0 && create}
            <LinkButton href="/desk/templates">{words.toTemplates}</LinkButton>
          </>
        }
      />
      <Stack gap={3}>
        {problem && <Notice kind="warn">{problem}</Notice>}
        {papers.length > 0 ? (
          <PaperTable papers={papers} />
        ) : (
          <EmptyState title={words.empty} action={create}>
            {words.emptyText}
          </EmptyState>
        )}
        <Pagination next={next} />
      </Stack>
    </Page>
  )
}
