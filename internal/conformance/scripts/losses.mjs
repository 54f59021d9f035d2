const size = { width: 460, height: 320 };

/** Both loss curves, ours and PyTorch's, in one picture, light or dark; `curves` are those that the tests of the workflows kept. */
export async function losses(curves, theme) {
  const { figure, lossCurve } = await import('../../../packages/viz/dist/index.js');
  const plot = (name, title) => {
    const { ours, theirs } = find(curves, name);
    const series = [
      { name: 'Kindling', values: ours },
      { name: 'PyTorch', values: theirs },
    ];
    return dashed(lossCurve({ series, title, theme, ...size }));
  };
  return figure({
    plots: [
      plot('blobs, seed 42, 20 points', 'Two blobs'),
      plot('sonar, seed 0, wide, fold 1', 'Sonar, wide network, fold 1'),
    ],
    columns: 2,
    theme,
    title: 'Loss in Kindling and in PyTorch',
  });
}

function find(curves, name) {
  const found = curves.find((curve) => curve.name === name);
  if (found === undefined)
    throw new Error(`no run kept a curve named "${name}"; there are: ${curves.map((c) => c.name)}`);
  return found;
}

/** The second line over the first with gaps, so that both can be seen where they are the same. */
function dashed(scene) {
  const second = scene.theme.series[1];
  const over = (mark) => {
    if (mark.type === 'group') return { ...mark, marks: mark.marks.map(over) };
    return mark.type === 'polyline' && mark.stroke === second ? { ...mark, dash: [4, 8] } : mark;
  };
  return { ...scene, marks: scene.marks.map(over), resize: (width, height) => dashed(scene.resize(width, height)) };
}
