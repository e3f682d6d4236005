import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { paperOf } from '#app/domain/documents/paper-list.server.ts'
import { savePaper } from '#app/domain/documents/papers.server.ts'
import { paperRules } from '#app/domain/documents/template-rules.ts'
import { idOf } from '#app/domain/problem.ts'
import { carried } from '#app/domain/typed.ts'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Page, Split } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { PaperFields } from './paper-fields.tsx'
import { PaperForm } from './paper-form.tsx'
import { PaperState } from './paper-state.tsx'
import { shownPaper } from './shown-fields.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, services, locale }) => {
  const mine = acting(ctx)
  const found = await paperOf(mine, idOf(params.id))
  return {
    ...shownPaper(found, services.content.templates, locale),
    organisation: found.organisation,
    editable: paperRules.save(mine.actor, found.facts) === null,
  }
})

const Saved = z.object({
  fields: z.record(z.string(), z.unknown()).default({}),
  next: carried(z.string()).optional(),
})

export const action = serveForm(Saved, async ({ ctx, params, value }) => {
  const id = idOf(params.id)
  await savePaper(acting(ctx), id, value.fields)
  return value.next === 'issue' ? done(`/desk/papers/${id}/issue`) : done(`/desk/papers/${id}`, 'saved')
})

export default function Paper() {
  const paper = useLoaderData<typeof loader>()
  const t = useMessages().papers
  const format = useFormat()
  const issued = paper.number !== null && paper.day !== null
  return (
    <Page>
      <PageHead
        crumbs={[{ href: '/desk/papers', label: t.list.title }]}
        eyebrow={paper.organisation}
        title={paper.title}
        meta={
          issued ? (
            <Tag tone="green">{t.list.issued(paper.number ?? '', format.day(paper.day ?? ''))}</Tag>
          ) : (
            <Tag tone="amber">{t.paper.draft}</Tag>
          )
        }
      />
      <Split side={<PaperState paper={paper} />}>
        {paper.editable ? <PaperForm groups={paper.groups} /> : <PaperFields groups={paper.groups} />}
      </Split>
    </Page>
  )
}
