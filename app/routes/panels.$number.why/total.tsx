import { useLoaderData } from '@remix-run/react'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { whyPage } from './load.server.ts'
import { useLoss } from './use-loss.ts'

/** What the choice reaches beside the best one, and whether that is proven. */
export function Total() {
  const { total, method, hand } = useLoaderData<typeof whyPage>()
  const { why } = useMessages().panels
  const loss = useLoss()
  const isWorse = total.own < total.best
  return (
    <Notice kind={!total.proven || isWorse ? 'warn' : 'success'} title={why.total(total.own)}>
      {!total.proven && <p>{why.unproven}</p>}
      {total.proven && !isWorse && <p>{method === 'hand' ? why.handBest : why.proven}</p>}
      {isWorse && <p>{why.handLoss(total.best, loss(total.loss))}</p>}
      {hand?.reason && <p>{why.handReason(hand.reason)}</p>}
    </Notice>
  )
}
