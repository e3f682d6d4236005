import styles from './qr.module.css'

/** A QR code: dark on light in every theme, or phones would not read it. */
export function Qr({ side, path, label }: { side: number; path: string; label: string }) {
  return (
    <svg className={styles.qr} viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label}>
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  )
}
