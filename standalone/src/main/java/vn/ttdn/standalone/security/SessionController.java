package vn.ttdn.standalone.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.Refusal.Kind;
import vn.ttdn.core.org.OrganisationFile.Account;

/** Signing in and out; not part of the contract, which Alfresco answers with its own sign-in. */
@RestController
class SessionController {
  private final YamlDirectory directory;
  private final SignInGuard guard;
  private final PasswordEncoder passwords =
      PasswordEncoderFactories.createDelegatingPasswordEncoder();
  private final String nobodysHash = passwords.encode("nobody");
  private final SecurityContextRepository contexts;
  private final CsrfTokenRepository csrf;

  SessionController(
      YamlDirectory directory,
      Clock clock,
      SecurityContextRepository contexts,
      CsrfTokenRepository csrf) {
    this.directory = directory;
    this.guard = new SignInGuard(clock);
    this.contexts = contexts;
    this.csrf = csrf;
  }

  /** What somebody typed. */
  record Credentials(String userName, String password) {}

  /** Whether somebody is signed in; sets the CSRF cookie for whoever wants to. */
  @GetMapping("/api/session")
  Map<String, Boolean> session(CsrfToken token) {
    token.getToken();
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return Map.of(
        "signedIn",
        authentication instanceof UsernamePasswordAuthenticationToken
            && authentication.isAuthenticated());
  }

  @PostMapping("/api/session")
  ResponseEntity<Void> signIn(
      @RequestBody Credentials credentials,
      HttpServletRequest request,
      HttpServletResponse response) {
    String userName = Optional.ofNullable(credentials.userName()).orElse("").strip();
    String password = Optional.ofNullable(credentials.password()).orElse("");
    guard.allow(userName);
    Optional<Account> account = directory.account(userName);
    // An unknown name costs the same time as a known one.
    boolean right =
        passwords.matches(password, account.map(Account::passwordHash).orElse(nobodysHash));
    if (!right || account.isEmpty()) {
      guard.failed(userName);
      throw Refusal.of(Kind.UNAUTHENTICATED, "sign-in-failed");
    }
    guard.succeeded(userName);
    if (request.getSession(false) != null) {
      request.changeSessionId();
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(userName, null, List.of()));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
    csrf.saveToken(csrf.generateToken(request), request, response);
    return ResponseEntity.noContent().build();
  }

  @DeleteMapping("/api/session")
  ResponseEntity<Void> signOut(HttpServletRequest request, HttpServletResponse response) {
    SecurityContextHolder.clearContext();
    if (request.getSession(false) != null) {
      request.getSession().invalidate();
    }
    csrf.saveToken(null, request, response);
    return ResponseEntity.noContent().build();
  }
}
