import { useLoaderData } from '@remix-run/react'
import { useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import type { whyPage } from './load.server.ts'
import { useLoss } from './use-loss.ts'

type Price = Awaited<ReturnType<typeof whyPage>>['prices'][number]

/** What each rule costs in points. */
export function Prices() {
  const { prices, panel, directions, limits, waived } = useLoaderData<typeof whyPage>()
  const { why, work, asking } = useMessages().panels
  const loss = useLoss()
  const ruleOf = ({ code, direction }: Price) => {
    if (code === 'organisation') return work.organisationQuota(panel.maxPerOrganisation ?? 0)
    if (code === 'municipality') return work.municipalityQuota(panel.maxPerMunicipality ?? 0)
    if (code === 'nominator') return asking.shown.nominator(limits.nominator)
    if (code === 'high') return asking.shown.high(limits.high)
    if (code === 'fixed') return asking.shown.fixed(limits.fixed)
    const asked = directions.find(({ id }) => id === direction)
    return why.directionRule(asked?.shortTitle ?? '', asked?.minimum ?? 1)
  }
  const nameOf = (code: string) =>
    asking.softNames[code] ??
    asking.waivedDirection(directions.find(({ id }) => code.endsWith(id))?.shortTitle ?? '')
  const columns: Column<Price>[] = [
    { label: why.rule, head: true, cell: ruleOf },
    { label: why.price, cell: loss },
  ]
  return (
    <section aria-labelledby="prices">
      <SectionHead title={why.prices} id="prices">
        {prices.length > 0 ? why.pricesLead : why.noPrices}
      </SectionHead>
      {waived.length > 0 && <p>{asking.waivedTold(waived.map(nameOf).join(', '))}</p>}
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
