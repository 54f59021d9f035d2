/** What stands above the text of the home page. It is not in the page itself because Biome has no notion of front matter. */
export const home = {
  layout: 'home',
  hero: {
    name: 'Kindling',
    text: "PyTorch's way of working, in TypeScript",
    tagline: 'Tensors, automatic differentiation, layers and optimizers, in small packages for Node and the browser.',
    // What is there until the live picture is loaded; it also makes the layout keep its place.
    image: { src: '/tutorials/circles-justRight.svg', alt: 'The decision boundary of a network' },
    actions: [
      { theme: 'brand', text: 'Five-minute start', link: '/guide/start' },
      { theme: 'alt', text: 'Playground', link: '/playground' },
      { theme: 'alt', text: 'Coming from PyTorch', link: '/guide/pytorch' },
    ],
  },
  features: [
    {
      title: 'Names you know',
      details:
        "Linear, BCEWithLogitsLoss, backward(), zeroGrad(), stateDict(). Defaults and printed output are PyTorch's.",
      link: '/guide/pytorch',
    },
    {
      title: 'The same numbers',
      details: "With engine torch, a seed gives PyTorch's random stream, and a port prints the same losses.",
      link: '/guide/randomness',
    },
    {
      title: 'Nothing to free on the CPU',
      details: 'A CPU tensor goes with garbage collection, also in a long synchronous loop. There is no tidy().',
      link: '/guide/memory',
    },
    {
      title: 'One program, several backends',
      details: 'The CPU with WebAssembly SIMD, or the GPU through WebGL 2. One line chooses.',
      link: '/guide/backends',
    },
    {
      title: 'Errors that show the values',
      details: 'matmul: inner sizes differ: [2, 3] x [4, 5] (3 != 4)',
      link: '/guide/errors',
    },
    {
      title: 'Examples that run',
      details: 'Every example in this documentation runs as a test, and its output is compared.',
      link: '/guide/examples',
    },
  ],
};
