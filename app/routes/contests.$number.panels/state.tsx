import { Form, useLoaderData } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Progress } from '#app/ui/progress.tsx'
import { useRevalidation } from '#app/ui/revalidating.ts'
import { LotStep } from './lots.tsx'
import type { batchPage } from './page.server.ts'

/** How far the reckoning is, and the one next step. */
export function State() {
  const view = useLoaderData<typeof batchPage>()
  const { number, state, progress, impossible, result, people, mayCompose } = view
  const words = useMessages().contests.batch
  const running = state === 'running' && !progress?.stalled
  useRevalidation(running)
  const at = `/contests/${number}/panels`
  if (progress?.stalled)
    return (
      <Form method="post" action={at}>
        <Notice kind="warn" action={<Button>{words.again}</Button>}>
          {words.stalled}
        </Notice>
      </Form>
    )
  if (running && progress)
    return (
      <Notice
        action={
          <Form method="post" action={`${at}/stopping`}>
            <Button>{words.stop}</Button>
          </Form>
        }
      >
        <p>{words.running}</p>
        <Progress
          label={words.progress}
          {...(progress.total > 0 ? { value: progress.done } : {})}
          max={progress.total || 1}
        />
      </Notice>
    )
  if (state === 'cancelled') return <Notice>{words.cancelled}</Notice>
  if (state === 'failed') return <Notice kind="error">{words.failed}</Notice>
  if (state === 'approved') return <Notice kind="success">{words.approved}</Notice>
  if (impossible)
    return (
      <Notice kind="warn" title={words.impossible}>
        <Relaxation {...impossible} />
      </Notice>
    )
  if (!result || !mayCompose) return <LotStep />
  return (
    <Notice
      action={
        <Form method="post" action={`${at}/approval`}>
          <Button look="main">{words.approve}</Button>
        </Form>
      }
    >
      {words.approveLead(people, result.works.length)}
    </Notice>
  )
}

type RelaxationProps = { changes: { quota: string; from: number; to: number }[]; deserted: string[] }

function Relaxation({ changes, deserted }: RelaxationProps) {
  const { batch: words, lots } = useMessages().contests
  const of = words.relaxed
  if (changes.length === 0) return <p>{of.deserted(deserted.join(', '))}</p>
  const told = ({ quota, from, to }: RelaxationProps['changes'][number]) =>
    quota === 'loads'
      ? of.loads(to - from)
      : quota === 'max-probability'
        ? lots.relaxed(Math.round(from * 100), Math.ceil(to * 100))
        : quota === 'organisation' || quota === 'municipality' || quota === 'k'
          ? of[quota](from, to)
          : ''
  return (
    <>
      <p>{words.relax}</p>
      <ul>
        {changes.map((change) => (
          <li key={change.quota}>{told(change)}</li>
        ))}
      </ul>
    </>
  )
}
