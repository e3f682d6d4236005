import { Form, useLoaderData } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { panelPage } from './page.server.ts'

/** Before a choice: who fits by direction, who is out and why, what has to give way, and the change that would help. */
export function Forecast() {
  const { forecast, directions, panel, told, may } = useLoaderData<typeof panelPage>()
  const { asking } = useMessages().panels
  if (!forecast) return null
  const titles = new Map(directions.map(({ id, shortTitle }) => [id, shortTitle]))
  const nameOf = (code: string) =>
    asking.softNames[code] ?? asking.waivedDirection(titles.get(code.slice('direction:'.length)) ?? '')
  const out = forecast.out.map(({ code, count }) => `${asking.outShort[code] ?? code} ${count}`).join(', ')
  return (
    <>
      <ul>
        {forecast.directions.map(({ code, count }) => (
          <li key={code}>
            {titles.get(code)}: {asking.eligible(count)}
          </li>
        ))}
      </ul>
      {out !== '' && <p>{asking.outLead(out)}</p>}
      {forecast.absent > 0 && <Notice kind="warn" title={asking.absent} />}
      {forecast.waived.length > 0 && (
        <Notice kind="warn" title={asking.waived(forecast.waived.map(nameOf).join(', '))} />
      )}
      {forecast.obstacle && (
        <Notice
          kind="error"
          title={asking.impossible}
          action={
            forecast.obstacle.eases &&
            may.edit && (
              <Form method="post" action={`/panels/${panel.number}/easing`}>
                <input type="hidden" name="revision" value={told.limits.revision} />
                <Button look="main">{asking.ease}</Button>
              </Form>
            )
          }
        >
          <p>{forecast.obstacle.sentence}</p>
        </Notice>
      )}
    </>
  )
}
