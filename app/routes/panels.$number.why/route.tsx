import { useLoaderData } from '@remix-run/react'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Sheet, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { serve } from '#app/web/serve.server.ts'
import { AskOther } from './ask-other.tsx'
import { whyPage } from './load.server.ts'
import { Members } from './members.tsx'
import { Prices } from './prices.tsx'
import { Total } from './total.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(whyPage)

export default function WhyPage() {
  const { panel, pool, members, total } = useLoaderData<typeof loader>()
  const { why, experts } = useMessages().panels
  return (
    <Page>
      <PageHead
        crumbs={[{ href: `/panels/${panel.number}`, label: panel.title }]}
        title={why.title}
        lead={why.lead(experts(pool))}
      />
      <Stack gap={4}>
        <Total />
        {total.proven && (
          <Sheet>
            <Prices />
          </Sheet>
        )}
        {members.length > 0 && (
          <Sheet>
            <Members />
          </Sheet>
        )}
        <AskOther />
      </Stack>
    </Page>
  )
}
