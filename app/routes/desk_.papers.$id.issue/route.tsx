import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { paperOf } from '#app/domain/documents/paper-list.server.ts'
import { issuePaper } from '#app/domain/documents/papers.server.ts'
import { paperRules } from '#app/domain/documents/template-rules.ts'
import { idOf } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { shownPaper } from '#app/routes/desk_.papers.$id._index/shown-fields.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { shelfIn } from '#app/web/shelf.server.ts'
import { messagesOf } from '#content/messages/index.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t, params, services, locale }) => {
  const mine = acting(ctx)
  const found = await paperOf(mine, idOf(params.id))
  authorize(paperRules.issue, mine.actor, found.facts)
  const { id, title, left } = shownPaper(found, services.content.templates, locale)
  return { title: t.papers.issue.title, id, paper: title, left, today: mine.actor.today }
})

const Issue = z.object({ number: z.string('required').trim().min(1, 'required'), day: z.iso.date('day') })

export const action = serveForm(Issue, async ({ ctx, params, value, services }) => {
  const { config } = services
  const id = idOf(params.id)
  // Papers are in Russian, whatever the language of the interface.
  const notice = config.demo ? messagesOf('ru').shell.demo : undefined
  await issuePaper(acting(ctx), shelfIn(config.dataDir), id, { ...value, ...(notice ? { notice } : {}) })
  return done(`/desk/papers/${id}`, 'saved')
})

export default function IssuePaper() {
  const { id, title, paper, left, today } = useLoaderData<typeof loader>()
  const { issue: words, list } = useMessages().papers
  const { input, ...of } = useServerForm<Record<'number' | 'day', string>>({ day: today })
  const crumbs = [
    { href: '/desk/papers', label: list.title },
    { href: `/desk/papers/${id}`, label: paper },
  ]
  return (
    <Page width="form">
      <PageHead title={title} lead={words.lead} crumbs={crumbs} />
      <FieldForm
        of={of}
        submit={words.submit}
        lead={
          left.length > 0 && (
            <Notice kind="warn" title={words.missing}>
              {left.map((field) => field.title).join(', ')}
            </Notice>
          )
        }
        beside={<LinkButton href={`/desk/papers/${id}`}>{words.back}</LinkButton>}
      >
        <Field label={words.number} hint={words.numberHint} maxLength={120} required {...input('number')} />
        <Field label={words.day} type="date" required {...input('day')} />
      </FieldForm>
    </Page>
  )
}
