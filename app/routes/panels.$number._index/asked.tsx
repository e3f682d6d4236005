import { useLoaderData } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Time } from '#app/ui/time.tsx'
import { useLimits } from './limits.ts'
import type { panelPage } from './page.server.ts'
import styles from './panel.module.css'

/** What was asked for: size, directions, limits, terms. */
export function Asked() {
  const { panel, object, tier, directions } = useLoaderData<typeof panelPage>()
  const { work, files } = useMessages().panels
  const { told, may } = useLoaderData<typeof panelPage>()
  const { asking } = useMessages().panels
  const limits = useLimits()
  return (
    <section aria-labelledby="asked" className={styles.asked}>
      <SectionHead title={work.request} id="asked" />
      <dl>
        <dt>{work.size}</dt>
        <dd>{work.sizeText(panel.size, panel.reserve)}</dd>
        <dt>{work.directions}</dt>
        <dd>
          <ul>
            {directions.map(({ id, title }) => (
              <li key={id}>{title}</li>
            ))}
          </ul>
        </dd>
        <dt>{work.tier}</dt>
        <dd>{tier}</dd>
        <dt>{work.quotas}</dt>
        <dd>
          {limits.length === 0 ? (
            work.none
          ) : (
            <ul>
              {limits.map((limit) => (
                <li key={limit}>{limit}</li>
              ))}
            </ul>
          )}
        </dd>
        {object.kind !== 'draft' && (
          <>
            <dt>{files.title}</dt>
            <dd>
              <Anchor href={`/panels/${panel.number}/files`}>{files.link}</Anchor>
            </dd>
          </>
        )}
        <dt>{work.terms}</dt>
        <dd>
          <Time value={panel.lastDay} />
        </dd>
        {told.history.length > 0 && (
          <>
            <dt>{asking.history}</dt>
            <dd>
              <ul>
                {told.history.map(({ kind, changedAt }) => (
                  <li key={String(changedAt)}>
                    <Time value={changedAt} />: {asking.kinds[kind]}
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
      {may.edit && (
        <Row>
          <LinkButton href={`/panels/${panel.number}/request`} small>
            {asking.edit}
          </LinkButton>
          <LinkButton href={`/panels/${panel.number}/people`} small>
            {asking.people}
          </LinkButton>
        </Row>
      )}
    </section>
  )
}
