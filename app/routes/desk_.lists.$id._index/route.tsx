import { useLoaderData } from '@remix-run/react'
import { recallList, sendList } from '#app/domain/assessment/agreeing.server.ts'
import { removeCandidate } from '#app/domain/assessment/choosing.server.ts'
import { ListStep } from '#app/domain/assessment/forms.ts'
import { discardList, restoreList } from '#app/domain/assessment/listing.server.ts'
import { gatherPassed } from '#app/domain/assessment/way/gathering.server.ts'
import { idOf } from '#app/domain/problem.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Split, Stack } from '#app/ui/page.tsx'
import { PageHead, SectionHead } from '#app/ui/page-head.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { CandidateTable } from './candidate-table.tsx'
import { ListFacts } from './list-facts.tsx'
import { listView } from './list-view.server.ts'
import { NextStep, OtherSteps } from './steps.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, locale }) => listView(acting(ctx), idOf(params.id), locale))

export const action = serveForm(ListStep, async ({ ctx, params, value }) => {
  const [mine, id, here] = [acting(ctx), idOf(params.id), `/desk/lists/${params.id}`]
  if (value.step === 'send') {
    await sendList(mine, id)
    return done(here, 'listSent')
  }
  if (value.step === 'gather') await gatherPassed(mine, id)
  if (value.step === 'recall') await recallList(mine, id)
  if (value.step === 'discard') await discardList(mine, id)
  if (value.step === 'restore') await restoreList(mine, id)
  if (value.step === 'remove') await removeCandidate(mine, id, idOf(value.candidate))
  return done(here, value.step === 'remove' ? 'removed' : 'saved')
})

export default function CandidateListPage() {
  const view = useLoaderData<typeof loader>()
  const words = useMessages().candidates
  const { list, candidates, mayChange } = view
  const here = `/desk/lists/${list.id}`
  return (
    <Page>
      <PageHead
        crumbs={[{ href: '/desk/lists', label: words.title }]}
        eyebrow={words.numbered(list.number)}
        title={list.title}
        lang="ru"
        meta={<Tag>{list.discarded ? words.discarded : words.states[list.state]}</Tag>}
        actions={
          mayChange && (
            <>
              <LinkButton href={`${here}/rows`}>{words.page.add}</LinkButton>
              <LinkButton href={`${here}/edit`}>{words.page.edit}</LinkButton>
            </>
          )
        }
      />
      <Split side={<ListFacts />}>
        <Stack gap={4}>
          <NextStep />
          <section>
            <SectionHead title={words.page.people}>
              {candidates.length > 0 && words.people(candidates.length)}
            </SectionHead>
            <CandidateTable />
          </section>
          <OtherSteps />
        </Stack>
      </Split>
    </Page>
  )
}
