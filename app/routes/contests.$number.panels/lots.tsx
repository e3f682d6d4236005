import { useLoaderData } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { Field } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import type { batchPage } from './page.server.ts'

/** The next step of a lot: announce what was reckoned, draw what was announced; for a draw that is stale, why. */
export function LotStep() {
  const { number, chances, lot, mayCompose } = useLoaderData<typeof batchPage>()
  const words = useMessages().contests.lots
  if (!chances || !mayCompose) return null
  if (!lot)
    return (
      <Notice title={words.ready}>
        <p>{words.readyLead(chances.pairs, chances.distinct)}</p>
        <Announce />
      </Notice>
    )
  const protocol = <Anchor href={`/contests/${number}/lots/${lot.lot}`}>{words.open}</Anchor>
  if (lot.drawn)
    return (
      <Notice kind="warn">
        <p>{words.stale}</p>
        {protocol}
      </Notice>
    )
  return (
    <Notice title={words.announced}>
      <p>{words.announcedLead(lot.source)}</p>
      <p>{protocol}</p>
      <Draw lot={lot.lot} />
    </Notice>
  )
}

function Announce() {
  const { number, sha256 } = useLoaderData<typeof batchPage>()
  const words = useMessages().contests.lots
  const { input, check: _, ...of } = useServerForm<{ source: string }>()
  return (
    <FieldForm of={of} action={`/contests/${number}/lot`} submit={words.announce}>
      <input type="hidden" name="batch" value={sha256 ?? ''} />
      <Field label={words.source} hint={words.sourceHint} maxLength={300} required {...input('source')} />
    </FieldForm>
  )
}

function Draw({ lot }: { lot: number }) {
  const { number } = useLoaderData<typeof batchPage>()
  const words = useMessages().contests.lots
  const { input, check: _, ...of } = useServerForm<{ publicValue: string }>()
  return (
    <FieldForm of={of} action={`/contests/${number}/draw`} submit={words.draw}>
      <input type="hidden" name="lot" value={lot} />
      <Field label={words.value} hint={words.valueHint} maxLength={200} required {...input('publicValue')} />
    </FieldForm>
  )
}
