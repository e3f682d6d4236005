import { useLoaderData } from '@remix-run/react'
import { Split, Stack } from '#app/ui/page.tsx'
import { serve } from '#app/web/serve.server.ts'
import { Desk } from './desk-links.tsx'
import { cabinetMain } from './main.server.ts'
import { OwnData } from './own-data.tsx'
import { OwnDrafts } from './own-drafts.tsx'
import { OwnRemarks } from './own-remarks.tsx'
import { OwnTasks } from './own-tasks.tsx'
import { OwnWay } from './own-way.tsx'
import { News, Roles } from './side.tsx'
import { Statuses } from './statuses.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(cabinetMain)

export default function CabinetMain() {
  const { tasks, grants, news, drafts, remarks, desk, statuses, number, ...more } =
    useLoaderData<typeof loader>()
  const { today, applications, given, open } = more
  const side = (
    <Stack gap={4}>
      <Desk desk={desk} />
      <Statuses statuses={statuses} number={number} today={today} />
      {statuses.length > 0 && <OwnData open={open} given={given} />}
      <News news={news} />
      <Roles grants={grants} />
    </Stack>
  )
  return (
    <Split side={side}>
      <Stack gap={6}>
        <OwnTasks tasks={tasks} today={today} />
        <OwnWay applications={applications} />
        {drafts && <OwnDrafts drafts={drafts} />}
        <OwnRemarks remarks={remarks} />
      </Stack>
    </Split>
  )
}
