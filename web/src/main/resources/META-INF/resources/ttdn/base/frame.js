import { css } from './lit.js';

/** The frame around every view: the band with the agency, the navigation and the person. */
export const frame = css`
  /* Nothing of the page around us is inherited: inside Share that is a stylesheet of another age,
     and its rules may even match our host element, whose own rules would lose against them. */
  .root {
    all: initial;
    display: block;
    min-height: 100%;
    background: var(--ground);
    color: var(--ink);
    font: 15px/1.5 var(--font);
  }

  .skip {
    position: absolute;
    z-index: 10;
    top: 8px;
    left: 8px;
    transform: translateY(-200%);
  }

  .skip:focus {
    transform: none;
  }

  .band,
  main {
    max-width: 1360px;
    margin: 0 auto;
    padding: 0 24px;
  }

  header.own {
    border-bottom: 3px solid var(--gold);
    background: var(--brand);
    color: #fff;
  }

  header.guest {
    border-bottom: 1px solid var(--line);
    background: var(--paper);
  }

  .band {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 28px;
    min-height: 64px;
  }

  .brand {
    display: flex;
    flex-direction: column;
    padding: 8px 0;
    line-height: 1.25;
  }

  .agency {
    font-size: 12px;
    letter-spacing: 0.04em;
    text-transform: uppercase;
    opacity: 0.9;
  }

  .name {
    font-size: 17px;
    font-weight: 600;
  }

  .guest .brand {
    display: none;
  }

  nav {
    flex: 1 1 auto;
  }

  nav ul {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
    list-style: none;
  }

  nav a {
    display: block;
    padding: 10px 14px;
    border-bottom: 3px solid transparent;
    color: inherit;
    font-weight: 600;
    text-decoration: none;
  }

  nav a:hover {
    color: inherit;
    border-bottom-color: currentcolor;
  }

  nav a[aria-current='page'] {
    border-bottom-color: var(--gold);
  }

  .badge {
    display: inline-block;
    min-width: 22px;
    margin-inline-start: 8px;
    padding: 0 7px;
    border-radius: 11px;
    background: var(--gold);
    color: #1b1500;
    font-size: 13px;
    line-height: 22px;
    text-align: center;
  }

  .person {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-inline-start: auto;
  }

  .who {
    display: flex;
    flex-direction: column;
    max-width: 260px;
    font-size: 14px;
    line-height: 1.3;
    text-align: end;
  }

  .who span {
    font-size: 12.5px;
    opacity: 0.9;
  }

  .own .quiet {
    border-color: rgb(255 255 255 / 45%);
    color: #fff;
  }

  .own .quiet:hover {
    background: var(--brand-deep);
  }

  .own :focus-visible {
    outline-color: #ffd86b;
  }

  main {
    padding-top: 20px;
    padding-bottom: 48px;
  }

  main:focus {
    outline: none;
  }

  .message p {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 12px;
    margin-bottom: 16px;
    padding: 8px 16px;
    border-inline-start: 4px solid var(--good);
    border-radius: var(--radius);
    background: var(--good-soft);
  }

  .message button {
    margin-inline-start: auto;
  }

  @media (max-width: 720px) {
    .band,
    main {
      padding-inline: 14px;
    }

    .band {
      gap: 0 14px;
      padding-top: 4px;
    }

    nav {
      order: 3;
      flex-basis: 100%;
    }

    nav a {
      padding: 8px 10px;
    }

    .who span {
      display: none;
    }
  }
`;
