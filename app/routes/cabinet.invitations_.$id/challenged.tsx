import { useLoaderData } from '@remix-run/react'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { loader } from './route.tsx'

/** That the person was challenged and how it ended; not by whom, and not with what words. */
export function Challenged() {
  const { challenged } = useLoaderData<typeof loader>()
  const { challenge } = useMessages().panels.conflicts
  const format = useFormat()
  if (challenged.length === 0) return null
  const waits = challenged.some(({ standing }) => standing === 'waiting' || standing === 'late')
  return (
    <Notice kind={waits ? 'warn' : 'info'} title={challenge.ofMe.title}>
      {challenged.map(({ madeOn, standing }) => (
        <p key={madeOn}>{challenge.ofMe.line(format.day(madeOn), challenge.states[standing])}</p>
      ))}
      {waits && <p>{challenge.ofMe.text}</p>}
    </Notice>
  )
}
