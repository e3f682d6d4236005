import styles from './picture.module.css'

/** A picture that gives way to its description when the reader turned images off. */
export function Picture({
  src,
  alt,
  width,
  height,
}: {
  src: string
  alt: string
  width: number
  height: number
}) {
  return (
    <span className={styles.frame}>
      <img src={src} alt={alt} width={width} height={height} loading="lazy" decoding="async" />
      <span className={styles.words}>{alt}</span>
    </span>
  )
}
