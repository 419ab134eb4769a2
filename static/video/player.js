/**
 * Gives each video a button; a click on it puts the player in the place of the poster.
 * Nothing is asked of the player's host before that click, not even a connection.
 */

const PLAYER_ORIGIN = "https://www.youtube-nocookie.com";

/** @param {HTMLElement} video @returns {HTMLIFrameElement} */
function playerOf(video) {
  const player = document.createElement("iframe");
  player.title = `Lecteur vidéo\u00a0: ${video.dataset.videoTitle}`;
  player.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
  // YouTube refuses to play where it is told no origin at all.
  player.referrerPolicy = "strict-origin-when-cross-origin";
  player.src = video.dataset.video;
  return player;
}

/**
 * Gives the focus to a player, and once more when it has loaded: browsers move a frame of another
 * host to a process of its own on the way, and may drop the focus there. A visitor who has gone
 * elsewhere meanwhile stays there.
 * @param {HTMLIFrameElement} player
 */
function focusOn(player) {
  player.addEventListener("load", () => {
    if (document.activeElement === document.body) player.focus();
  });
  player.focus();
}

/** @param {string} title @returns {HTMLButtonElement} */
function buttonFor(title) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "video__play";
  const label = document.createElement("span");
  label.className = "video__play-label";
  label.textContent = "Lire la vidéo";
  const which = document.createElement("span");
  which.className = "video__hidden";
  which.textContent = `\u00a0: ${title}`;
  button.append(label, which);
  return button;
}

/** @param {HTMLElement} video @param {number} rank */
function enhance(video, rank) {
  const frame = video.querySelector("[data-video-frame]");
  if (new URL(video.dataset.video).origin !== PLAYER_ORIGIN) return;

  const privacy = video.querySelector("[data-video-privacy]");
  privacy.id ||= `video-privacy-${rank}`;
  const announcement = document.createElement("p");
  announcement.className = "video__hidden";
  announcement.setAttribute("role", "status");
  const button = buttonFor(video.dataset.videoTitle);
  button.setAttribute("aria-describedby", privacy.id);

  button.addEventListener("click", () => {
    const player = playerOf(video);
    frame.replaceChildren(player);
    focusOn(player);
    announcement.textContent = "Le lecteur vidéo est chargé depuis youtube-nocookie.com.";
  });
  frame.append(button);
  video.append(announcement);
}

document.querySelectorAll("[data-video]").forEach(enhance);
