import { useLoaderData } from '@remix-run/react'
import { LotList } from '#app/routes/contests.$number.lots.$lot/lot-list.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Ask } from './ask.tsx'
import { Chances } from './chances.tsx'
import { Composition } from './composition.tsx'
import { Figures } from './figures.tsx'
import type { batchPage } from './page.server.ts'
import { State } from './state.tsx'

/** Panels of all works: the next step on top, then what was reckoned, then how to reckon anew. */
export function BatchPage() {
  const { number, name, result, chances, state, mayCompose, refused, lots } =
    useLoaderData<typeof batchPage>()
  const words = useMessages().contests.batch
  return (
    <Page>
      <PageHead
        crumbs={[{ href: `/contests/${number}`, label: name }]}
        title={words.title}
        lead={words.lead}
      />
      <Stack gap={6}>
        <State />
        {result && <Figures result={result} />}
        {result && <Composition result={result} />}
        {chances && <Chances result={chances} />}
        <LotList contest={number} lots={lots} />
        {mayCompose && state !== 'running' && !refused && <Ask />}
      </Stack>
    </Page>
  )
}
