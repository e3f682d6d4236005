import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { contrasts, type Sight, sizes, spacings } from '#content/settings.ts'
import { SettingsForm } from './settings-form.tsx'
import styles from './sight-panel.module.css'

/** The choices of the sight version, as a form; `prefix` keeps ids apart when it stands twice on a page. */
export function SightForm({
  sight,
  back,
  prefix = 'sight',
}: {
  sight: Sight
  back: string
  prefix?: string
}) {
  const { shell } = useMessages()
  const words = shell.sight
  const group = { inline: true } as const
  return (
    <SettingsForm back={back} className={styles.form}>
      <RadioGroup
        {...group}
        id={`${prefix}-size`}
        name="size"
        legend={words.size}
        defaultValue={String(sight.size)}
        options={sizes.map((size) => ({ value: String(size), label: words.sizes[size] }))}
      />
      <RadioGroup
        {...group}
        id={`${prefix}-contrast`}
        name="contrast"
        legend={words.contrast}
        defaultValue={sight.contrast}
        options={contrasts.map((contrast) => ({ value: contrast, label: words.contrasts[contrast] }))}
      />
      <RadioGroup
        {...group}
        id={`${prefix}-spacing`}
        name="spacing"
        legend={words.spacing}
        defaultValue={sight.spacing}
        options={spacings.map((spacing) => ({ value: spacing, label: words.spacings[spacing] }))}
      />
      <RadioGroup
        {...group}
        id={`${prefix}-images`}
        name="images"
        legend={words.images}
        defaultValue={sight.images ? 'on' : 'off'}
        options={(['on', 'off'] as const).map((value) => ({ value, label: words.imagesChoices[value] }))}
      />
      <div className={styles.buttons}>
        <Button name="sight" value="on" look="main">
          {words.apply}
        </Button>
        {sight.on && (
          <Button name="sight" value="off">
            {words.off}
          </Button>
        )}
      </div>
    </SettingsForm>
  )
}

/** The settings over every page while the sight version is on, with the way back to the regular one. */
export function SightPanel({ sight, back }: { sight: Sight; back: string }) {
  const { shell } = useMessages()
  return (
    <section className={styles.panel} aria-label={shell.sight.settings} data-print="off">
      <SettingsForm back={back}>
        <Button name="sight" value="off" small>
          {shell.sight.off}
        </Button>
      </SettingsForm>
      <Disclosure summary={shell.sight.settings} quiet>
        <SightForm sight={sight} back={back} prefix="sight-panel" />
      </Disclosure>
    </section>
  )
}
