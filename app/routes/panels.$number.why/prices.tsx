import { useLoaderData } from '@remix-run/react'
import { useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import type { whyPage } from './load.server.ts'
import { useLoss } from './use-loss.ts'

type Price = Awaited<ReturnType<typeof whyPage>>['prices'][number]

/** What each rule costs in points. */
export function Prices() {
  const { prices, panel, directions } = useLoaderData<typeof whyPage>()
  const { why, work } = useMessages().panels
  const loss = useLoss()
  const ruleOf = ({ code, direction }: Price) => {
    if (code === 'organisation') return work.organisationQuota(panel.maxPerOrganisation ?? 0)
    if (code === 'municipality') return work.municipalityQuota(panel.maxPerMunicipality ?? 0)
    const asked = directions.find(({ id }) => id === direction)
    return why.directionRule(asked?.shortTitle ?? '', asked?.minimum ?? 1)
  }
  const columns: Column<Price>[] = [
    { label: why.rule, head: true, cell: ruleOf },
    { label: why.price, cell: loss },
  ]
  return (
    <section aria-labelledby="prices">
      <SectionHead title={why.prices} id="prices">
        {prices.length > 0 ? why.pricesLead : why.noPrices}
      </SectionHead>
      {prices.length > 0 && (
        <Table
          caption={why.prices}
          hideCaption
          columns={columns}
          rows={prices}
          rowKey={({ code, direction }) => `${code}${direction ?? ''}`}
        />
      )}
    </section>
  )
}
