import { useLoaderData } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Time } from '#app/ui/time.tsx'
import type { panelPage } from './page.server.ts'
import styles from './panel.module.css'

/** What was asked for: size, directions, limits, terms. */
export function Asked() {
  const { panel, object, tier, directions } = useLoaderData<typeof panelPage>()
  const { work, files } = useMessages().panels
  const limits = [
    panel.maxPerOrganisation === null ? null : work.organisationQuota(panel.maxPerOrganisation),
    panel.maxPerMunicipality === null ? null : work.municipalityQuota(panel.maxPerMunicipality),
  ].filter((limit) => limit !== null)
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
        <dd>{limits.length > 0 ? limits.join('; ') : work.none}</dd>
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
      </dl>
    </section>
  )
}
