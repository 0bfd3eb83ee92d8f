// Writes data/characters/shape.csv: which characters look alike, and how much. node tools/character-shapes.mjs [> data/characters/shape.csv]
// Needs chromium and the fonts Noto Sans CJK SC and Noto Serif CJK SC (Debian: chromium, fonts-noto-cjk, fonts-noto-cjk-extra). Same fonts, same file.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const SIZE = 24, MOST = 12, LEAST = Number(process.env.LEAST ?? 74), FAR = 0.4
const FONTS = ['Noto Sans CJK SC', 'Noto Serif CJK SC']
const here = new URL('../data/characters/', import.meta.url)
const hanzi = readFileSync(new URL('pinyin.csv', here), 'utf8').trim().split('\n').slice(1).flatMap(l => [...l.split(',')[1]])
const all = [...new Set([...hanzi].sort((a, b) => a.codePointAt(0) - b.codePointAt(0)))]

// what the browser draws: grey values of SIZE × SIZE cells, font after font
function page() {
  const S = 4, P = SIZE * S, canvas = document.createElement('canvas')
  canvas.width = canvas.height = P
  const g = canvas.getContext('2d', { willReadFrequently: true })
  const out = new Uint8Array(FONTS.length * all.length * SIZE * SIZE)
  let at = 0
  for (const font of FONTS) {
    g.font = `${Math.round(P * 0.92)}px "${font}"`
    g.textAlign = 'center'
    g.textBaseline = 'alphabetic'
    for (const c of all) {
      g.fillStyle = '#fff'
      g.fillRect(0, 0, P, P)
      g.fillStyle = '#000'
      g.fillText(c, P / 2, P * 0.83)
      const px = g.getImageData(0, 0, P, P).data
      for (let y = 0; y < SIZE; y++)
        for (let x = 0; x < SIZE; x++) {
          let dark = 0
          for (let v = 0; v < S; v++)
            for (let u = 0; u < S; u++)
              dark += 255 - px[4 * ((y * S + v) * P + x * S + u)]
          out[at++] = Math.round(dark / (S * S))
        }
    }
  }
  let text = ''
  for (let i = 0; i < out.length; i += 3000)
    text += btoa(String.fromCharCode(...out.subarray(i, i + 3000)))
  document.body.textContent = text
}

function draw() {
  const folder = mkdtempSync(join(tmpdir(), 'shapes-'))
  try {
    const file = join(folder, 'page.html')
    writeFileSync(file, `<!doctype html><meta charset="utf-8"><body><script>const SIZE=${SIZE},FONTS=${JSON.stringify(FONTS)},all=${JSON.stringify(all)};(${page})()</script>`)
    const dom = execFileSync('chromium', ['--headless', '--no-sandbox', '--disable-gpu', '--virtual-time-budget=600000', `--user-data-dir=${folder}/profile`, '--dump-dom', `file://${file}`], { maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] }).toString()
    return Buffer.from(dom.slice(dom.lastIndexOf('<body>') + 6, dom.lastIndexOf('</body>')).replace(/<script[\s\S]*<\/script>/, ''), 'base64')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

// strokes a little apart still overlap: blurred 1-2-1 twice both ways
function blurred(grey) {
  let a = Float32Array.from(grey)
  for (let pass = 0; pass < 2; pass++)
    for (const step of [1, SIZE]) {
      const b = new Float32Array(a.length)
      for (let i = 0; i < a.length; i++) {
        const k = step === 1 ? i % SIZE : Math.floor(i / SIZE)
        b[i] = (2 * a[i] + (k > 0 ? a[i - step] : 0) + (k < SIZE - 1 ? a[i + step] : 0)) / 4
      }
      a = b
    }
  return a
}

// correlation of two pictures inside a window, the second moved by (dx, dy)
function alike(a, b, [x0, x1, y0, y1], dx, dy) {
  let n = 0, sa = 0, sb = 0, aa = 0, bb = 0, ab = 0
  for (let y = Math.max(y0, -dy); y < Math.min(y1, SIZE - dy); y++)
    for (let x = Math.max(x0, -dx); x < Math.min(x1, SIZE - dx); x++) {
      const p = a[y * SIZE + x], q = b[(y + dy) * SIZE + x + dx]
      n++; sa += p; sb += q; aa += p * p; bb += q * q; ab += p * q
    }
  const va = aa - sa * sa / n, vb = bb - sb * sb / n
  return va > 0 && vb > 0 ? (ab - sa * sb / n) / Math.sqrt(va * vb) : 0
}

const WHOLE = [0, SIZE, 0, SIZE]
const PARTS = [[9, SIZE, 0, SIZE], [0, 15, 0, SIZE], [0, SIZE, 9, SIZE], [0, SIZE, 0, 15]] // all but a radical: right, left, lower, upper
const best = (a, b, window, reach) => {
  let most = 0
  for (let dy = -reach; dy <= reach; dy++)
    for (let dx = -reach; dx <= reach; dx++)
      most = Math.max(most, alike(a, b, window, dx, dy))
  return most
}

// a whole character, or the same greater part beside or below another radical
function degreeOf(a, b) {
  const whole = best(a, b, WHOLE, 1)
  return 100 * Math.max(whole, whole < LEAST / 100 - 0.2 ? 0 : 0.55 * Math.max(...PARTS.map(p => best(a, b, p, 1))) + 0.45 * whole)
}

const grey = draw()
const CELLS = SIZE * SIZE
if (grey.length !== FONTS.length * all.length * CELLS)
  throw new Error(`${grey.length} bytes were drawn, not ${FONTS.length * all.length * CELLS}`)
// what every character has (ink in the middle, none at the edge) says nothing of a pair: the average picture is taken off
const pictures = FONTS.map((_, f) => {
  const of = all.map((_, i) => blurred(grey.subarray((f * all.length + i) * CELLS, (f * all.length + i + 1) * CELLS)))
  const average = new Float32Array(CELLS)
  for (const p of of)
    p.forEach((v, k) => { average[k] += v / of.length })
  return of.map(p => p.map((v, k) => v - average[k]))
})
const normal = pictures.map(of => of.map(p => {
  const mean = p.reduce((a, b) => a + b) / CELLS
  const q = p.map(v => v - mean), norm = Math.sqrt(q.reduce((a, b) => a + b * b, 0)) || 1
  return q.map(v => v / norm)
}))
const kin = all.map(() => [])
for (let i = 0; i < all.length; i++)
  for (let j = i + 1; j < all.length; j++) {
    const a = normal[0][i], b = normal[0][j]
    let dot = 0
    for (let k = 0; k < CELLS; k++)
      dot += a[k] * b[k]
    if (dot < FAR)
      continue
    // the mean of the fonts: what is alike in one hand only is not alike. What one font rules out is not looked at in the next
    let sum = 0
    for (const of of pictures) {
      const one = degreeOf(of[i], of[j])
      sum = one < LEAST - 8 ? -Infinity : sum + one
      if (sum < 0)
        break
    }
    const degree = Math.round(sum / FONTS.length)
    if (degree >= LEAST) {
      kin[i].push([degree, j])
      kin[j].push([degree, i])
    }
  }
// the nearest of each; a pair stands once, and is kept where either counts it among its nearest
const near = kin.map(k => new Set(k.sort((a, b) => b[0] - a[0] || a[1] - b[1]).slice(0, MOST).map(n => n[1])))
console.log('character,like,degree')
for (let i = 0; i < all.length; i++)
  for (const [degree, j] of kin[i])
    if (i < j && near[i].has(j) && near[j].has(i))
      console.log(`${all[i]},${all[j]},${degree}`)
