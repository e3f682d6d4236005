import { useLoaderData } from '@remix-run/react'
import { listPapers } from '#app/domain/documents/paper-list.server.ts'
import { idOf, Problem } from '#app/domain/problem.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { ListPage } from '#app/ui/list-page.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
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
    <ListPage
      title={words.title}
      lead={words.lead}
      create={create}
      actions={<LinkButton href="/desk/templates">{words.toTemplates}</LinkButton>}
      notice={problem && <Notice kind="warn">{problem}</Notice>}
      empty={papers.length > 0 ? null : { title: words.empty, text: words.emptyText }}
      next={next}
    >
      <PaperTable papers={papers} />
    </ListPage>
  )
}
