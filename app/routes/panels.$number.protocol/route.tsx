import { useLoaderData } from '@remix-run/react'
import { actsOf } from '#app/domain/panels/composition/acts.server.ts'
import { ownWhyNot } from '#app/domain/panels/explained.server.ts'
import { publicObject } from '#app/domain/panels/objects/object.ts'
import {
  chancesOf,
  ownRow,
  protocolByNumber,
  replayOf,
  wholeFaults,
  withoutLists,
} from '#app/domain/panels/protocol.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { ObjectLink } from '#app/routes/panels._index/object-link.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Sheet, Stack } from '#app/ui/page.tsx'
import { PageHead, SectionHead } from '#app/ui/page-head.tsx'
import { serve } from '#app/web/serve.server.ts'
import { Actions } from './actions.tsx'
import { Acts } from './acts.tsx'
import { Chances } from './chances.tsx'
import { Chosen } from './chosen.tsx'
import { Earlier } from './earlier.tsx'
import { LotTable } from './lot-table.tsx'
import { OwnRow } from './own-row.tsx'
import { useHow } from './use-rules.ts'
import { Verdict } from './verdict.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t, url }) => {
  const view = await protocolByNumber(ctx, numberOf(params.number))
  const { state, protocol, ...shown } = view
  const own = await ownRow(ctx, protocol.panel)
  const whyNot = own && (await ownWhyNot(ctx, protocol.panel))
  const checks = url.searchParams.has('check') && protocol.chosen.length > 0
  return {
    ...shown,
    title: t.panels.protocol.eyebrow(protocol.panel),
    acts: (await actsOf(ctx, state.panel.id)).map(({ number, day }) => ({ number, day })),
    // The list is long; only the visitor's own replay needs it.
    protocol: checks ? protocol : withoutLists(protocol),
    pool: protocol.candidates.length,
    chances: chancesOf(protocol, own?.row),
    panel: { number: protocol.panel, title: state.panel.title },
    object: publicObject(state.object),
    faults: checks ? replayOf(view) : null,
    whole: checks ? await wholeFaults(ctx, protocol.panel) : null,
    own,
    whyNot,
    mayChallenge: !state.facts.cancelled && !state.facts.issued && view.chosen.length > 0,
  }
})

export default function ProtocolPage() {
  const { panel, object, protocol, pool, announced, chosen } = useLoaderData<typeof loader>()
  const { panels } = useMessages()
  const words = panels.protocol
  const how = useHow()
  const members = chosen.filter(({ choice }) => choice.standing === 'member').length
  return (
    <Page>
      <PageHead
        eyebrow={words.eyebrow(panel.number)}
        title={panel.title}
        lead={announced ? words.announced : words.lead[protocol.method](members, pool)}
        meta={<ObjectLink object={object} />}
        actions={<Actions />}
      />
      <Stack gap={4}>
        <Acts />
        <Verdict />
        {!announced && (
          <Sheet>
            <Chosen />
          </Sheet>
        )}
        <Chances />
        <Sheet>
          <LotTable />
        </Sheet>
        <section>
          <SectionHead title={words.how} />
          {protocol.format !== 1 && protocol.method === 'best' && (
            <p>
              {protocol.best.proven
                ? words.proven(protocol.best.points)
                : words.unproven(protocol.best.points)}
            </p>
          )}
          <p>{how}</p>
          <OwnRow />
        </section>
        <Earlier />
      </Stack>
    </Page>
  )
}
