import { useLoaderData } from '@remix-run/react'
import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { ButtonForm } from '#app/domain/panels/forms.ts'
import { giveWorkPapers } from '#app/domain/panels/record/giving.server.ts'
import { numberOfPaper } from '#app/domain/panels/record/paper.ts'
import { recordOfPanel } from '#app/domain/panels/record/reading.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Row, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { Works } from './works.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const { panel, works, mayGiveAll } = await recordOfPanel(acting(ctx), numberOf(params.number))
  const { number, title: name } = panel.panel
  return {
    title: t.conclusions.record.of.title,
    ...{ number, name, mayGiveAll },
    works: works.map(({ paper, personId: _, ...work }) => ({
      ...work,
      paper: paper && { id: paper.id, number: numberOfPaper(paper) },
    })),
  }
})

export const action = serveForm(ButtonForm, async ({ ctx, params }) => {
  const number = numberOf(params.number)
  await giveWorkPapers(acting(ctx), await panelIdOf(ctx, number))
  return done(`/panels/${number}/papers`, 'papersGiven')
})

/** Who worked in the panel, and the papers on it: given to all in one press, printed as one file. */
export default function RecordPage() {
  const { title, number, name, works, mayGiveAll } = useLoaderData<typeof loader>()
  const { conclusions, panels } = useMessages()
  const { of: words } = conclusions.record
  const { input: _, ...of } = useServerForm()
  const given = works.filter(({ paper }) => paper !== null).length
  const without = works.filter(({ paper, finished }) => finished && paper === null).length
  return (
    <Page>
      <PageHead
        crumbs={[{ href: `/panels/${number}`, label: panels.number(number) }]}
        title={title}
        lead={words.lead}
        meta={name}
      />
      <Stack gap={4}>
        {!mayGiveAll && <Notice title={words.waiting} />}
        {without > 0 && mayGiveAll && (
          <FieldForm of={of} submit={words.giveAll}>
            <p>{words.without(without)}</p>
          </FieldForm>
        )}
        {given > 0 && (
          <Row>
            <LinkButton
              href={`/panels/${number}/papers.pdf`}
              download
              look={without > 0 ? 'default' : 'main'}
            >
              {words.all}
            </LinkButton>
            <span>{without > 0 ? words.given(given) : words.done}</span>
          </Row>
        )}
        <Works />
      </Stack>
    </Page>
  )
}
